package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;

/** Something that a person does, by one of their identifiers or by two, which makes these one. */
sealed interface MergeAct {

    /**
     * An event.
     *
     * @param who identifiers with a space between
     * @param detail cart or total
     * @param age how long ago it happened; negative when it says it is to come
     */
    record Does(String who, String event, String detail, Duration age) implements MergeAct {}

    record Says(String who, String city) implements MergeAct {}

    /** By API. */
    record Chooses(String who, boolean byText, boolean subscribed) implements MergeAct {}

    List<String> HALVES = List.of("user:u1", "email:e1", "device:d1", "anonymous:a1", "anonymous:a2");

    static MergeAct any(Chance chance) {
        String who = chance.pick(HALVES);
        if (chance.chance(0.12)) {
            String other = chance.pick(HALVES);
            if (!other.equals(who)) who += " " + other;
        }
        return switch (chance.between(0, 9)) {
            case 0, 1 -> new Does(who, "Product Added", chance.pick(List.of("c1", "c2")), Duration.ZERO);
            case 2 -> new Does(who, "Order Completed", chance.pick(List.of("c1", "c2")), Duration.ZERO);
            case 3 -> new Chooses(who, chance.chance(0.5), chance.chance(0.5));
            case 4 -> new Says(who, chance.pick(List.of("Berlin", "Wien")));
            case 5 -> new Does(who, "Paid", chance.pick(List.of("20", "50", "80.5")), age(chance));
            default -> new Does(who, "Product Viewed", "p", age(chance));
        };
    }

    private static Duration age(Chance chance) {
        return Duration.ofSeconds(chance.pick(List.of(0, 0, 0, 1, 20, 300, 599, 600, 601, 900, -60)));
    }
}
