package io.carillon.testkit.conformance;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.toy.Act;
import java.time.Duration;
import java.util.List;

/** Random histories of toys. */
final class Histories {
    private static final List<Address> ADDRESSES = List.of(
            new Address("red:a"),
            new Address("red:b"),
            new Address("red:c"),
            new Address("blue:a"),
            new Address("blue:b"));
    private static final int DEPTH_MAX = 3;

    private Histories() {}

    /** One thing that happens to a host. */
    sealed interface Step {
        record Submit(Address to, Lane lane, List<Act> acts) implements Step {}

        /** Negative when the clock is set back. */
        record Move(Duration clock) implements Step {}

        record Settle() implements Step {}

        record Crash() implements Step {}

        record Restart() implements Step {}

        record KillAfter(int steps) implements Step {}

        record RedriveOldest() implements Step {}

        record DismissOldest() implements Step {}
    }

    static List<Step> random(Chance chance) {
        return chance.list(1, 25, Histories::step);
    }

    private static Step step(Chance chance) {
        return switch (chance.between(0, 19)) {
            case 0, 1, 2 -> new Step.Move(Duration.ofSeconds(chance.between(1, 100)));
            case 3 -> new Step.Move(Duration.ofSeconds(-chance.between(1, 100)));
            case 4, 5 -> new Step.Settle();
            case 6 -> new Step.Crash();
            case 7 -> new Step.Restart();
            case 8 -> new Step.KillAfter(chance.between(0, 5));
            case 9 -> new Step.RedriveOldest();
            case 10 -> new Step.DismissOldest();
            default ->
                new Step.Submit(chance.pick(ADDRESSES), chance.pick(List.of(Lane.values())), acts(chance, DEPTH_MAX));
        };
    }

    private static List<Act> acts(Chance chance, int depth) {
        return chance.list(1, 3, some -> act(some, depth));
    }

    private static Act act(Chance chance, int depth) {
        String key = "k" + chance.between(0, 2);
        return switch (chance.between(0, depth > 0 ? 13 : 8)) {
            case 0, 1 -> new Act.Note("n" + chance.between(0, 9));
            case 2, 3 -> new Act.SetTimer(key, Toys.NOON.plusSeconds(chance.between(-50, 300)));
            case 4 -> new Act.ClearTimer(key);
            case 5 -> new Act.Once(key, List.of(new Act.Note("once " + key)));
            case 6 -> new Act.Recall(chance.between(0, 5), chance.between(0, 5));
            case 7 -> new Act.Shout(key);
            case 8 -> chance.chance(0.3) ? new Act.Fail(ParkingPromises.CURED) : new Act.Know();
            case 9, 10 -> new Act.Forward(chance.pick(ADDRESSES), acts(chance, depth - 1));
            default -> new Act.Tell(chance.pick(ADDRESSES), acts(chance, depth - 1));
        };
    }
}
