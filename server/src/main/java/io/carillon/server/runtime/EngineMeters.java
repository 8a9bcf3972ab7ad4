package io.carillon.server.runtime;

import io.carillon.channels.delivery.CourierMeters;
import io.carillon.core.entity.retention.RetentionList;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the engine counts, for Prometheus. */
public final class EngineMeters {
    private final Engine engine;
    private final MeterRegistry registry;

    private EngineMeters(Engine engine, MeterRegistry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    public static void register(Engine engine, MeterRegistry registry) {
        var meters = new EngineMeters(engine, registry);
        meters.counter(
                "carillon.steps",
                "Messages handled by entities",
                it -> it.stats().steps());
        meters.counter(
                "carillon.commits",
                "Groups of steps made durable",
                it -> it.stats().commits());
        meters.counter(
                "carillon.commit.seconds",
                "Time spent making them durable",
                it -> it.stats().commitTime().toNanos() / 1e9);
        meters.gauge(
                "carillon.waiting",
                "Messages in memory that wait for their turn",
                it -> it.stats().waiting());
        meters.gauge(
                "carillon.backlog",
                "Messages between entities not handled yet",
                it -> it.stats().backlog());
        meters.gauge(
                "carillon.parked",
                "Messages whose handler failed",
                it -> it.stats().parked());
        meters.counter(
                "carillon.entities.hits",
                "Entities found in memory",
                it -> it.stats().hits());
        meters.counter(
                "carillon.entities.misses",
                "Entities read from the store",
                it -> it.stats().misses());
        meters.gauge(
                "carillon.clock.leapt",
                "1 while timers stand still because the clock leapt ahead",
                it -> it.stats().clockLeapt() ? 1 : 0);
        meters.sends("accepted", CourierMeters::accepted);
        meters.sends("rejected", CourierMeters::rejected);
        meters.sends("not_sent", CourierMeters::notSent);
        meters.sends("uncertain", CourierMeters::uncertain);
        meters.gauge(
                "carillon.backfill.done",
                "Customers that were told what the definitions of today mean",
                it -> it.backfill().done());
        meters.gauge(
                "carillon.backfill.total",
                "Customers to be told what the definitions of today mean",
                it -> it.backfill().total());
        for (RetentionList stage : RetentionList.values()) meters.removed(stage);
        meters.gauge(
                "carillon.outbox.waiting",
                "Messages that wait for a worker",
                it -> it.courier().waiting());
        meters.calls("accepted", CourierMeters::accepted);
        meters.calls("rejected", CourierMeters::rejected);
        meters.calls("not_sent", CourierMeters::notSent);
        meters.calls("uncertain", CourierMeters::uncertain);
        meters.gauge(
                "carillon.webhook.waiting",
                "Facts that webhooks are still to be told, at most 10,000 of each",
                it -> it.webhooks().waiting());
        meters.gauge(
                "carillon.webhook.dead",
                "Facts that are not tried any more, at most 10,000 of each webhook",
                it -> it.webhooks().dead());
        meters.gauge(
                "carillon.webhook.oldest.seconds",
                "Age of the oldest fact that is due next",
                it -> it.webhooks().oldest().toMillis() / 1e3);
    }

    private void calls(String outcome, ToDoubleFunction<CourierMeters> value) {
        FunctionCounter.builder("carillon.webhook.calls", engine.webhooks().meters(), value)
                .description("Calls of webhooks that tell facts, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void sends(String outcome, ToDoubleFunction<CourierMeters> value) {
        FunctionCounter.builder("carillon.sends", engine.courier().meters(), value)
                .description("Calls to providers, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    private void removed(RetentionList stage) {
        FunctionCounter.builder(
                        "carillon.retention.removed",
                        engine,
                        it -> it.retention().removed().getOrDefault(stage, 0L))
                .description("Rows that were older than they are kept, by list")
                .tag("list", stage.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private void counter(String name, String help, ToDoubleFunction<Engine> value) {
        FunctionCounter.builder(name, engine, value).description(help).register(registry);
    }

    private void gauge(String name, String help, ToDoubleFunction<Engine> value) {
        Gauge.builder(name, engine, value).description(help).register(registry);
    }
}
