package io.carillon.testkit.law;

import io.carillon.core.value.Value;
import io.carillon.testkit.condition.RandomPasts;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;

/** Something that a person does, or says of themselves. */
sealed interface SegmentAct {

    /**
     * An event.
     *
     * @param number of the event in its history
     * @param who identifiers with a space between
     * @param age how long ago it happened
     */
    record Happens(int number, String who, String name, Duration age, Value.Fields properties, Value.Fields traits)
            implements SegmentAct {}

    /** An event of before comes again. */
    record Repeats(int number) implements SegmentAct {}

    List<String> WHO = List.of(
            "user:1",
            "user:2",
            "anonymous:a1",
            "anonymous:a2",
            "user:1 anonymous:a1",
            "email:a@x.org",
            "user:1 email:a@x.org");
    List<Integer> AGES = List.of(0, 0, 0, 0, 20, 40, 600, 86_400);

    static SegmentAct any(Chance chance) {
        if (chance.chance(0.1)) return new Repeats(chance.between(0, 9));
        var pasts = new RandomPasts(chance);
        boolean identifies = chance.chance(0.25);
        return new Happens(
                chance.between(0, 1_000_000),
                chance.pick(WHO),
                identifies ? "identify" : chance.pick(List.of("Order Completed", "Product Viewed", "Cart Left")),
                Duration.ofSeconds(chance.pick(AGES)),
                identifies ? Value.Fields.NONE : pasts.properties(),
                identifies ? pasts.person().traits() : Value.Fields.NONE);
    }
}
