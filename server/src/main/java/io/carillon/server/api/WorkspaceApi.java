package io.carillon.server.api;

import io.carillon.core.entity.workspace.WorkspaceFiles;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Definitions as code: what is published, and another to take its place, whole or not at all. */
public final class WorkspaceApi {
    /** Of the body, on the wire and inflated. */
    public static final int BYTES_MAX = 4 << 20;

    private static final Answer NO_FILES =
            Answer.error(400, "bad_workspace", "expected {\"files\": {\"workspace.yaml\": \"its text\", …}}");
    private final Engine engine;
    private final Reading reading;

    /** Understands files that somebody sent. */
    @FunctionalInterface
    public interface Reading {
        OperationsApi.Reload.Outcome read(WorkspaceFiles files);
    }

    public WorkspaceApi(Engine engine, Reading reading) {
        this.engine = engine;
        this.reading = reading;
    }

    public void addTo(Api api) {
        api.get("/api/workspace", _ -> Answer.json(200, show()));
        api.put("/api/workspace", this::publish);
    }

    private Value.Fields show() {
        Optional<Engine.Current> current = engine.current();
        var files = new LinkedHashMap<String, Value>();
        current.ifPresent(now -> now.files().texts().forEach((path, text) -> files.put(path, Value.of(text))));
        return new Shape()
                .with("version", current.map(Engine.Current::version).orElse(0L))
                .with("files", new Value.Fields(files))
                .build();
    }

    private Answer publish(Request request) {
        return switch (JsonBody.of(request, BYTES_MAX)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) ->
                files(body)
                        .map(files -> OperationsApi.publish(engine, reading.read(files)))
                        .orElse(NO_FILES);
        };
    }

    private static Optional<WorkspaceFiles> files(Value.Fields body) {
        if (!(body.get("files").orElse(Value.Nothing.NOTHING) instanceof Value.Fields given)) return Optional.empty();
        var texts = new TreeMap<String, String>();
        for (Map.Entry<String, Value> file : given.fields().entrySet()) {
            if (!(file.getValue() instanceof Value.Text(var text))) return Optional.empty();
            texts.put(file.getKey(), text);
        }
        return Optional.of(new WorkspaceFiles(texts));
    }
}
