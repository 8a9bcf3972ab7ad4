package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;

/** Something that happens in a storm. */
sealed interface StormAct {
    /** An event by somebody; identifiers with a space between. */
    record Does(String who, String event, String cart, Duration age) implements StormAct {}

    /** By API, by a user who was there before the storm. */
    record Unsubscribes(String user, boolean byText) implements StormAct {}

    /** By a link that a user once got. */
    record FollowsLink(String user, boolean byText) implements StormAct {}

    /** The process dies, where one history has the host for itself. */
    record Crashes() implements StormAct {}

    static StormAct any(Chance chance) {
        int roll = chance.between(0, 99);
        if (roll < 80) return does(chance);
        if (roll < 85) return new Unsubscribes(user(chance), chance.chance(0.7));
        if (roll < 92) return new FollowsLink(user(chance), chance.chance(0.7));
        return new Crashes();
    }

    private static StormAct does(Chance chance) {
        String who = chance.pick(List.of(
                "user:u1",
                "user:u2",
                "anonymous:a1",
                "anonymous:a2",
                "email:e3",
                "user:u1 anonymous:a1",
                "user:u2 anonymous:a1",
                "user:u2 anonymous:a2",
                "user:u2 email:e3"));
        String event = chance.pick(
                List.of("Product Added", "Product Added", "Product Added", "Product Added", "Order Completed"));
        if (chance.chance(0.05)) event = "Poison";
        Duration age = chance.chance(0.8) ? Duration.ZERO : Duration.ofSeconds(chance.between(1, 900));
        return new Does(who, event, chance.pick(List.of("c1", "c2")), age);
    }

    private static String user(Chance chance) {
        return chance.pick(List.of("user:u1", "user:u2"));
    }
}
