package io.carillon.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.server.http.HttpServer;
import io.carillon.server.http.Meters;
import io.carillon.server.http.TrustedProxies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserSdkTest {
    private static final String KEY = "site-key";
    private static final String SCRIPT = "/analytics.js/v1/site-key/analytics.min.js";
    private static final Pattern NAME = Pattern.compile("(\\d+):\"([A-Za-z-]+)\"");
    private static final Pattern DIGEST = Pattern.compile("(\\d+):\"([0-9a-f]{20})\"");

    private final AtomicReference<URI> publicUrl = new AtomicReference<>(URI.create("https://events.shop.example/c/"));
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BrowserSdkTest() {
        var sdk = new BrowserSdk(
                key -> key.equals(KEY) || key.contains("<") ? Optional.of("site") : Optional.empty(), publicUrl::get);
        var listen = new HttpServer.Listen("127.0.0.1", 0, TrustedProxies.NONE, Duration.ofSeconds(1));
        server = HttpServer.start(listen, new Meters(), sdk::addTo);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theScriptSpeaksForItsKeyToThisServerOnly() {
        var answer = get(SCRIPT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(text(answer))
                .startsWith("/*! @segment/analytics-next ")
                .contains("MIT licence")
                .contains("window.analyticsWriteKey=\"site-key\"")
                .contains("})(\"https://events.shop.example/c\");")
                .contains("\"events.shop.example/c/v1\"");
        var others = Pattern.compile("(https?://|api\\.)[a-z]+\\.[a-z.]+")
                .matcher(text(answer))
                .results();
        assertThat(others.map(MatchResult::group).distinct())
                .as("those left over: what a refusal of the browser's is compared with, and a word of advice")
                .containsOnly("https://events.shop.example", "https://cdn.segment.", "https://segment.com");
    }

    @Test
    void itIsPackedForWhoUnpacksIt() throws IOException {
        var packed = get(SCRIPT, "Accept-Encoding", "br, gzip;q=0.8");
        var refused = get(SCRIPT, "Accept-Encoding", "gzip;q=0, identity");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(packed.body()).hasSizeLessThan(40_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(get(SCRIPT).body());
        }
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void whoHasItIsToldThatItIsTheSame() {
        String tag = get(SCRIPT).headers().firstValue("ETag").orElseThrow();

        var same = get(SCRIPT, "If-None-Match", "\"other\", " + tag);
        publicUrl.set(URI.create("https://elsewhere.example"));
        var changed = get(SCRIPT, "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).hasValue(tag);
        assertThat(same.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("max-age=300"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(text(changed)).contains("https://elsewhere.example");
    }

    @Test
    void anUnknownKeyIsToldSoAndNotRemembered() {
        var answer = get("/analytics.js/v1/none/analytics.min.js");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).startsWith("// unknown_write_key: no source has this write key");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aKeyCannotBreakOutOfTheScript() {
        var answer = get("/analytics.js/v1/%22%3B%3Calert(1)/analytics.min.js");

        assertThat(text(answer)).contains("window.analyticsWriteKey=\"\\\";<alert(1)\"");
    }

    /** Their names stand in the script: by number a name, where there is one, and a digest of the content. */
    @Test
    void thePartsThatTheScriptAsksForAreThere() {
        String script = text(get(SCRIPT));
        var names = new HashMap<String, String>();
        NAME.matcher(script).results().forEach(found -> names.put(found.group(1), found.group(2)));
        List<String> parts = DIGEST.matcher(script)
                .results()
                .map(found ->
                        "%s.bundle.%s.js".formatted(names.getOrDefault(found.group(1), found.group(1)), found.group(2)))
                .toList();

        assertThat(parts).hasSizeGreaterThan(5).anyMatch(part -> part.startsWith("queryString.bundle."));
        assertThat(parts).allSatisfy(part -> {
            var answer = get("/analytics-next/bundles/" + part);
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        });
    }

    @Test
    void nothingElseOfTheJarIsServed() {
        for (String name : List.of(
                "standalone.js", "..%2Fpackage.json", "%2e%2e%2f%2e%2e%2fpackage.json", "x.bundle.0123abcdef.js")) {
            assertThat(get("/analytics-next/bundles/" + name).statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
