package io.carillon.testkit.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.condition.Window;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.host.Limits;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of somebody who does a great deal, under a great many definitions, fits into their state. */
class RoomTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final int EVENTS = Integer.getInteger("carillon.events", 10_000);
    private static final int CONDITIONS = 200;

    /** The rest of a state: traits, consents, runs, messages. */
    private static final int LEFT_FOR_THE_REST = Limits.STATE_BYTES_MAX / 4;

    @Test
    void manyEventsUnderTwoHundredConditionsFit() {
        var chance = new Chance(1);
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < CONDITIONS; i++) conditions.add(condition(chance, i));
        Tracking tracking = Tracking.of(conditions, List.of());

        Behaviour behaviour = Behaviour.NONE;
        var page = new ArrayList<Occurrence>();
        for (int i = 0; i < EVENTS; i++) {
            page.add(occurrence(chance, i));
            if (page.size() < Limits.HISTORY_PAGE_MAX) continue;
            behaviour = behaviour.observe(page, tracking);
            page.clear();
        }
        behaviour = behaviour.observe(page, tracking);

        int size = BehaviourCodec.BEHAVIOURS.encode(behaviour).toArray().length;
        assertThat(size).isLessThan(Limits.STATE_BYTES_MAX - LEFT_FOR_THE_REST);
    }

    private static Condition condition(Chance chance, int number) {
        var where = new Where("total", new ValueTest.AtLeast(BigDecimal.valueOf(number / 3)));
        var query = new EventQuery("Event " + number % 10, List.of(where), Optional.empty());
        Window window = switch (number % 3) {
            case 0 -> Window.EVER;
            case 1 -> new Window.Calendar(Window.Unit.MONTH, -3, -1);
            default -> new Window.Rolling(Duration.ofDays(365));
        };
        Measure.Aggregate aggregate = chance.pick(List.of(Measure.Aggregate.values()));
        Measure measure = switch (aggregate) {
            case COUNT -> Measure.COUNT;
            case SUM, AVERAGE, MIN, MAX -> new Measure(aggregate, "total");
            case DISTINCT, FIRST, LAST, MOST_FREQUENT ->
                new Measure(aggregate, chance.pick(List.of("sku", "page", "category", "name" + number % 20)));
        };
        return new Condition.Measured(query, measure, window, new ValueTest.AtLeast(BigDecimal.valueOf(5_000)));
    }

    private static Occurrence occurrence(Chance chance, int number) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("total", Value.of(new BigDecimal(chance.between(0, 1_000_000)).movePointLeft(2)));
        properties.put("sku", Value.of("sku-" + chance.between(0, 100_000)));
        properties.put("page", Value.of("https://shop.example/" + "long/".repeat(30) + chance.between(0, 100_000)));
        properties.put("category", Value.of("category " + chance.between(0, 50)));
        for (int i = 0; i < 20; i++) properties.put("name" + i, Value.of("name " + chance.between(0, 5_000)));
        return new Occurrence(
                Occurrence.Kind.EVENT,
                "Event " + chance.between(0, 9),
                new Value.Fields(properties),
                new Stamp(START.plus(Duration.ofMinutes(100).multipliedBy(number)), new MessageId("m" + number)));
    }
}
