package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Something that says who is whom. */
sealed interface IdentityAct {

    /**
     * An event.
     *
     * @param number of the event in its history
     * @param who identifiers with a space between
     * @param age how long ago it happened
     */
    record Says(int number, String who, Duration age, List<String> traits) implements IdentityAct {}

    /** An event of before comes again. */
    record Repeats(int number) implements IdentityAct {}

    /** A person says that somebody who was absorbed is somebody else: the so-manieth of those there are. */
    record Parts(int number) implements IdentityAct {}

    List<String> OTHERS = List.of(
            "email:jane@x.org",
            "email:joe@x.org",
            "device:d1",
            "device:d2",
            "anonymous:a1",
            "anonymous:a2",
            "anonymous:a3");

    /** As {@link #any}, and now and then somebody is parted. */
    static IdentityAct anyWithPartings(Chance chance, int users, int identifiersMax) {
        return chance.chance(0.2) ? new Parts(chance.between(0, 9)) : any(chance, users, identifiersMax);
    }

    /** One to so many identifiers, at most one of them a user. */
    static IdentityAct any(Chance chance, int users, int identifiersMax) {
        if (chance.chance(0.1)) return new Repeats(chance.between(0, 9));
        var who = new TreeSet<>(chance.list(0, identifiersMax - 1, some -> some.pick(OTHERS)));
        if (who.isEmpty() || chance.chance(0.5)) who.add("user:" + chance.between(1, users));
        return new Says(
                chance.between(0, 1_000_000),
                String.join(" ", who),
                Duration.ofSeconds(chance.pick(List.of(0, 0, 1, 20, 60, 300))),
                chance.list(0, 2, some -> some.pick(List.of("firstName", "city", "plan"))));
    }
}
