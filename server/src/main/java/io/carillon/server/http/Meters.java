package io.carillon.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the process counts and times, and how Prometheus reads it. Thread-safe. */
public final class Meters {
    private static final Duration[] LATENCY_BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** For meters of other parts. */
    public MeterRegistry registry() {
        return registry;
    }

    public Counter counter(String name, String help, String... tags) {
        return Counter.builder(name).description(help).tags(tags).register(registry);
    }

    /** In Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    Requests requests(String method, String route) {
        return new Requests(method, route);
    }

    /** The requests of one route, by status: as many series as routes and statuses, whatever paths are asked for. */
    final class Requests {
        private final String method;
        private final String route;
        private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

        private Requests(String method, String route) {
            this.method = method;
            this.route = route;
        }

        void answered(int status, long nanos) {
            timers.computeIfAbsent(status, this::timer).record(Duration.ofNanos(nanos));
        }

        private Timer timer(int status) {
            return Timer.builder("carillon.http.requests")
                    .description("Requests answered, and how long that took")
                    .tags("method", method, "route", route, "status", Integer.toString(status))
                    .serviceLevelObjectives(LATENCY_BOUNDS)
                    .register(registry);
        }
    }
}
