package io.carillon.server.http;

import io.carillon.core.value.Value;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What operators and their tools ask: is it alive, is it ready, what does it count? */
public final class Operations {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private final Meters meters;
    private final BooleanSupplier ready;

    /**
     * Reads both for every request.
     *
     * @param ready whether requests can be answered now
     */
    public Operations(Meters meters, BooleanSupplier ready) {
        this.meters = meters;
        this.ready = ready;
    }

    public void addTo(Routes routes) {
        routes.get("/health/live", _ -> status(200, "live"));
        routes.get("/health/ready", _ -> ready.getAsBoolean() ? status(200, "ready") : status(503, "starting"));
        routes.get("/metrics", _ -> Answer.of(200, PROMETHEUS, meters.scrape()));
    }

    private static Answer status(int status, String word) {
        return Answer.json(status, Value.of(Map.of("status", Value.of(word))));
    }
}
