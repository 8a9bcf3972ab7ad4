package io.carillon.server.browser;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The one script that a shop's pages load: the SDK, told which source it speaks for, and where. */
final class PageScript {
    /** Where the SDK leaves room for the key, for those who serve it themselves. */
    private static final String KEY = "\"__WRITE_KEY__\"";

    private static final String URL = "\"PUBLIC_URL\"";
    /** What it would fall back on. It must never speak to anybody but the server that it came from. */
    private static final List<String> OTHERS = List.of("https://cdn.segment.com", "https://cdnjs.cloudflare.com");

    private static final String OTHERS_API = "\"api.segment.io/v1\"";

    private final String template;

    /** @throws IllegalStateException when the SDK is not as it was, and would speak to others */
    PageScript(SdkFiles files) {
        String sdk = files.standalone().toUtf8();
        for (String expected : List.of(KEY, OTHERS_API, OTHERS.getFirst(), OTHERS.getLast())) {
            if (!sdk.contains(expected)) {
                throw new IllegalStateException(
                        "the browser SDK %s has no %s to be replaced".formatted(files.version(), expected));
            }
        }
        template =
                "/*! @segment/analytics-next %s by Segment, MIT licence, github.com/segmentio/analytics-next */\n%s%s"
                        .formatted(files.version(), before(), sdk);
    }

    /** @param publicUrl under which browsers reach this server */
    Bytes of(String writeKey, URI publicUrl) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        String script = template.replace(URL, Json.write(Value.of(base)))
                .replace(KEY, Json.write(Value.of(writeKey)))
                .replace(OTHERS_API, Json.write(Value.of(base.replaceFirst("^[a-z]+://", "") + "/v1")));
        for (String other : OTHERS) script = script.replace(other, base);
        return Bytes.utf8(script);
    }

    private static String before() {
        try (InputStream in = PageScript.class.getResourceAsStream("before.js")) {
            if (in == null) throw new IllegalStateException("before.js is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
