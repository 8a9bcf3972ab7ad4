package io.carillon.server.api;

import io.carillon.core.host.ParkId;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an operator does: publishes the workspace's folder again, and sees to messages that failed. */
public final class OperationsApi {
    private static final int PARKED_MAX = 1_000;
    private final Engine engine;
    private final Reload reload;

    /** Reads the workspace's folder again. */
    @FunctionalInterface
    public interface Reload {
        Outcome read();

        /** How it ended. */
        sealed interface Outcome {
            record Read(Engine.Definitions definitions) implements Outcome {}

            /** As {@code check} prints them. */
            record Wrong(List<String> problems) implements Outcome {}

            record NoFolder() implements Outcome {}
        }
    }

    public OperationsApi(Engine engine, Reload reload) {
        this.engine = engine;
        this.reload = reload;
    }

    public void addTo(Api api) {
        api.post("/api/workspace/reload", _ -> publish());
        api.get("/api/retention", _ -> Answer.json(200, RetentionViews.of(engine)));
        api.get("/api/parked", _ -> Answer.json(200, parked()));
        api.post("/api/parked/{id}/redrive", request -> act(request, engine.host()::redrive));
        api.post("/api/parked/{id}/dismiss", request -> act(request, engine.host()::dismiss));
    }

    private Answer publish() {
        return publish(engine, reload.read());
    }

    /** Publishes what was read; everything, or nothing and each problem. */
    static Answer publish(Engine engine, Reload.Outcome outcome) {
        return switch (outcome) {
            case Reload.Outcome.NoFolder _ ->
                Answer.error(409, "no_workspace", "the server was started without --workspace");
            case Reload.Outcome.Wrong(var problems) ->
                Answer.json(
                        400,
                        new Shape()
                                .with("error", Answer.errorValue("bad_workspace", problems.getFirst()))
                                .texts("problems", problems)
                                .build());
            case Reload.Outcome.Read(var definitions) ->
                Answer.json(
                        200,
                        new Shape().with("version", engine.publish(definitions)).build());
        };
    }

    private Value.Fields parked() {
        List<Value.Fields> items = engine.host().parked(PARKED_MAX).stream()
                .map(parked -> new Shape()
                        .with("id", parked.id().text())
                        .with("entity", parked.entity().text())
                        .with("message", parked.message())
                        .with("cause", parked.cause())
                        .with("at", parked.at())
                        .build())
                .toList();
        return Shape.page(items, Optional.empty());
    }

    private static Answer act(Request request, Predicate<ParkId> act) {
        return act.test(new ParkId(request.path("id")))
                ? Answer.json(202, new Shape().with("success", true).build())
                : Answer.error(404, "not_parked", "there is no such parked message");
    }
}
