package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;

/** Something that people do who are taken for one now and then, and told apart. */
sealed interface UnmergeAct {

    /**
     * An event.
     *
     * @param who identifiers with a space between
     * @param detail total
     * @param age how long ago it happened
     */
    record Does(String who, String event, String detail, Duration age) implements UnmergeAct {}

    record Says(String who, String city, Duration age) implements UnmergeAct {}

    /** By API, for the customer born there. */
    record Chooses(String born, boolean byText, boolean subscribed) implements UnmergeAct {}

    /** Two users are said to be one. */
    record Unites(String user, String former) implements UnmergeAct {}

    /** Somebody who was absorbed is said to be somebody else: the so-manieth of those there are. */
    record Parts(int number) implements UnmergeAct {}

    List<String> WHO =
            List.of("user:u1", "user:u2", "email:e1", "device:d1", "device:d2", "anonymous:a1", "anonymous:a2");

    /** Any; one user takes part, or two. */
    static UnmergeAct any(Chance chance, int users) {
        if (chance.chance(0.15)) return new Parts(chance.between(0, 9));
        if (users > 1 && chance.chance(0.06)) {
            return chance.chance(0.5) ? new Unites("user:u1", "user:u2") : new Unites("user:u2", "user:u1");
        }
        String who = some(chance, users);
        if (chance.chance(0.3)) {
            String other = some(chance, users);
            boolean areTwoUsers = who.startsWith("user:") && other.startsWith("user:");
            if (!other.equals(who) && !areTwoUsers) who += " " + other;
        }
        return switch (chance.between(0, 9)) {
            case 0, 1 -> new Chooses(some(chance, users), chance.chance(0.5), chance.chance(0.5));
            case 2, 3 -> new Says(who, chance.pick(List.of("Berlin", "Wien")), age(chance));
            case 4 -> new Does(who, "Order Completed", "", age(chance));
            case 5 -> new Does(who, "Paid", chance.pick(List.of("20", "50", "80.5")), age(chance));
            default -> new Does(who, "Product Viewed", "p", age(chance));
        };
    }

    private static String some(Chance chance, int users) {
        String who = chance.pick(WHO);
        return users == 1 && who.equals("user:u2") ? "user:u1" : who;
    }

    private static Duration age(Chance chance) {
        return Duration.ofSeconds(chance.pick(List.of(0, 0, 0, 0, 1, 20, 300, 599, 600, 601, 900)));
    }
}
