package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random events and conditions, dense enough that ties, repeats and window edges are common. */
final class Shoppers {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<String> NAMES = List.of("Order Completed", "Product Viewed", "Cart Left");

    private final Random random;

    Shoppers(long seed) {
        random = new Random(seed);
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    static Event event(String id, String name, Instant at, Map<String, ? extends Value> properties) {
        return new Event(
                new MessageId(id),
                EventType.TRACK,
                name,
                at,
                at,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "ada")),
                Value.of(properties),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    /** Distinct ids; several of one instant. */
    List<Event> history(int size, int seconds) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < size; i++) events.add(next("m" + i, at(random.nextInt(seconds))));
        return events;
    }

    Event next(String id, Instant at) {
        return event(id, pick(NAMES), at, Map.of("total", Value.of(random.nextInt(4) * 25L), "cart_id", cart()));
    }

    Condition condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 5 : 8);
        return switch (kind) {
            case 5 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
            case 6 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
            case 7 -> new Condition.Not(condition(depth - 1));
            case 4 -> new Condition.TraitIs("vip", new ValueTest.Equals(Value.of(random.nextBoolean())));
            default -> new Condition.Measured(query(), Measure.COUNT, within(), count());
        };
    }

    EventQuery keyed() {
        return new EventQuery(pick(NAMES), List.of(), Optional.of("cart_id"));
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    Random random() {
        return random;
    }

    private Value cart() {
        return Value.of("c" + random.nextInt(3));
    }

    private EventQuery query() {
        List<Where> where = random.nextBoolean()
                ? List.of()
                : List.of(new Where("total", new ValueTest.AtLeast(BigDecimal.valueOf(50))));
        return new EventQuery(pick(NAMES), where, Optional.empty());
    }

    private ValueTest count() {
        int count = random.nextInt(4);
        return switch (random.nextInt(4)) {
            case 0 -> atLeast(count);
            case 1 -> atMost(count);
            case 2 -> new ValueTest.Equals(Value.of(count));
            default -> new ValueTest.Both(List.of(atLeast(count), atMost(count + random.nextInt(2))));
        };
    }

    private static ValueTest atLeast(int count) {
        return new ValueTest.AtLeast(BigDecimal.valueOf(count));
    }

    private static ValueTest atMost(int count) {
        return new ValueTest.AtMost(BigDecimal.valueOf(count));
    }

    private Window within() {
        return random.nextInt(4) == 0
                ? Window.EVER
                : new Window.Rolling(Duration.ofSeconds(pick(List.of(3L, 5L, 10L, 20L))));
    }
}
