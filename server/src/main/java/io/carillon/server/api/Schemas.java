package io.carillon.server.api;

import io.carillon.core.definition.WorkspaceReader;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /schemas/segments.json} and so on: a JSON Schema for each kind of definition file, for editors. They are written by
 * hand, in schemas.json beside the reader of definitions, and hold nothing of a workspace, so they need no login.
 */
public final class Schemas {
    private static final String TYPE = "application/schema+json";
    private static final String SUFFIX = ".json";

    /** Where the document leaves room for the kind. */
    private static final String KIND = "KIND";

    private final String document = document();

    public void addTo(Routes routes) {
        routes.get("/schemas/{file}", this::schema);
    }

    private Answer schema(Request request) {
        String file = request.path("file");
        String kind = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : "";
        if (!WorkspaceReader.KINDS.contains(kind)) {
            return Answer.error(
                    404, "no_such_schema", "expected one of " + String.join(".json, ", WorkspaceReader.KINDS) + SUFFIX);
        }
        return Answer.of(200, TYPE, document.replace(KIND, kind))
                .with("Access-Control-Allow-Origin", "*")
                .with("Cache-Control", "public, max-age=3600");
    }

    private static String document() {
        try (InputStream in = WorkspaceReader.class.getResourceAsStream("schemas.json")) {
            if (in == null) throw new IllegalStateException("schemas.json is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
