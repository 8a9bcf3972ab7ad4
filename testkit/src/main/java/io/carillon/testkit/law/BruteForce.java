package io.carillon.testkit.law;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Segments, as defined and as counted from all events each time. */
enum BruteForce {
    VIEWERS("{event: Product Viewed, count: {atLeast: 3}, within: 15m}"),
    FEW("{event: Product Viewed, count: {atMost: 1}, within: 20m}"),
    TWO("{event: Product Viewed, count: {exactly: 2}, within: 10m}"),
    QUIET("{all: [{event: Product Viewed}, {not: {event: Product Viewed, within: 10m}}]}"),
    SPENDERS("{event: Paid, where: {property: total, atLeast: 50}, within: 30m}"),
    BERLINERS("{any: [{trait: city, equals: Berlin}, {event: Order Completed, count: {atLeast: 2}, within: 12m}]}");

    private final String when;

    BruteForce(String when) {
        this.when = when;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String yaml() {
        return "segment: " + id() + "\nwhen: " + when + "\n";
    }

    /** Whether somebody with these events is in it at this instant. */
    boolean has(Collection<Event> events, Instant now) {
        var counter = new Counter(events, now);
        return switch (this) {
            case VIEWERS -> counter.views(15) >= 3;
            case FEW -> counter.views(20) <= 1;
            case TWO -> counter.views(10) == 2;
            case QUIET -> counter.views(100_000) > 0 && counter.views(10) == 0;
            case SPENDERS -> counter.paid(30, new BigDecimal(50)) > 0;
            case BERLINERS -> counter.city().equals("Berlin") || counter.orders(12) >= 2;
        };
    }

    private record Counter(Collection<Event> events, Instant now) {
        private long views(int minutes) {
            return count("Product Viewed", minutes, BigDecimal.ZERO);
        }

        private long orders(int minutes) {
            return count("Order Completed", minutes, BigDecimal.ZERO);
        }

        private long paid(int minutes, BigDecimal min) {
            return count("Paid", minutes, min);
        }

        private long count(String name, int minutes, BigDecimal min) {
            return events.stream()
                    .filter(event -> event.name().equals(name))
                    .filter(event -> event.occurredAt().isAfter(now.minus(Duration.ofMinutes(minutes))))
                    .filter(event -> !event.occurredAt().isAfter(now))
                    .filter(event -> total(event).compareTo(min) >= 0)
                    .count();
        }

        /** Said last. */
        private String city() {
            return events.stream()
                    .filter(event -> event.traits().fields().containsKey("city"))
                    .max(Comparator.comparing(Event::stamp))
                    .flatMap(event -> text(event.traits(), "city"))
                    .orElse("");
        }

        private static BigDecimal total(Event event) {
            return text(event.properties(), "total").map(BigDecimal::new).orElse(BigDecimal.ZERO);
        }

        private static Optional<String> text(Value.Fields fields, String name) {
            return fields.fields().get(name) instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
        }
    }
}
