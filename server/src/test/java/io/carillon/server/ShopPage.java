package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How a shop can bring the SDK to its pages: what stands in their head. Each sends a page call by itself. */
enum ShopPage {
    /** The lines that everybody pastes, with another host. */
    SNIPPET {
        @Override
        String head(String carillon) {
            String snippet = snippet();
            assertThat(snippet).contains("https://cdn.segment.com/");
            return "<script>" + snippet.replace("https://cdn.segment.com", carillon) + "</script>";
        }
    },
    PLAIN_SCRIPT {
        @Override
        String head(String carillon) {
            return """
                    <script src="%s/analytics.js/v1/%s/analytics.min.js"></script>
                    <script>analytics.page()</script>""".formatted(carillon, ShopFolder.WRITE_KEY);
        }
    },
    /** Newer than what Carillon serves; sends other headers. */
    PACKED_BY_THE_SHOP {
        @Override
        String head(String carillon) {
            return """
                    <script src="%s"></script><script>
                    window.analytics = AnalyticsNext.AnalyticsBrowser.load({writeKey: '%s', cdnURL: '%s'});
                    analytics.page()</script>""".formatted(ShopSite.PACKED_SDK, ShopFolder.WRITE_KEY, carillon);
        }
    };

    static final Path SDKS = Path.of("src/test/node");

    /** @param carillon its address, as pages know it */
    abstract String head(String carillon);

    private static String snippet() {
        try {
            Process node = new ProcessBuilder(
                            "node",
                            "-p",
                            "require('@segment/snippet').min({apiKey: '%s'})".formatted(ShopFolder.WRITE_KEY))
                    .directory(SDKS.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
