package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Something that happens to people who are written to. */
sealed interface ContactAct {
    /** An event that has a message follow; identifiers with a space between. */
    record Says(String who, String what, int n) implements ContactAct {}

    /** A support agent sends what came to nothing once more. */
    record Retries(String who) implements ContactAct {}

    /** The process dies, where one history has the host for itself. */
    record Crashes() implements ContactAct {}

    static ContactAct any(Chance chance) {
        int roll = chance.between(0, 99);
        if (roll < 4) return new Crashes();
        if (roll < 10) return new Retries(chance.pick(List.of("user:u1", "user:u2")));
        String who = chance.pick(List.of(
                "user:u1",
                "user:u1",
                "user:u2",
                "anonymous:a1",
                "anonymous:a2",
                "user:u1 anonymous:a1",
                "user:u2 anonymous:a2",
                "email:e1",
                "user:u1 email:e1"));
        return new Says(who, chance.pick(List.of("low", "middle", "high", "text")), chance.between(0, 3));
    }
}
