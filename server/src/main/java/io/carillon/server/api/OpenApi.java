package io.carillon.server.api;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** {@code /openapi}: everything that this server answers, as an OpenAPI document. It is written by hand, in openapi.json. */
public final class OpenApi {
    /** Where the document leaves room for this server's address. */
    private static final String ADDRESS = "\"PUBLIC_URL\"";

    private final Supplier<URI> publicUrl;

    /** @param publicUrl asked for per request, as the port may be open until then */
    public OpenApi(Supplier<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    public void addTo(Routes routes) {
        routes.get("/openapi", _ -> Answer.of(200, Answer.JSON, document()).with("Access-Control-Allow-Origin", "*"));
    }

    private String document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) throw new IllegalStateException("openapi.json is not in the jar");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(ADDRESS, Json.write(Value.of(publicUrl.get().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
