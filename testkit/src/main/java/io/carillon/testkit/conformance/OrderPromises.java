package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.toy.Act;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exactly once and in order. */
public interface OrderPromises extends HostFactory {

    @Test
    default void messagesOfOneEntityAreHandledInTheOrderAccepted() {
        try (Toys toys = toys()) {
            var expected = new ArrayList<String>();
            for (int i = 0; i < 500; i++) {
                toys.tell("red:a", i % 3 == 0 ? Lane.URGENT : Lane.BULK, new Act.Note("n" + i));
                expected.add("n" + i);
            }
            toys.settle();

            assertThat(toys.notes("red:a")).isEqualTo(expected);
        }
    }

    @Test
    default void messagesBetweenTwoEntitiesArriveOnceAndInOrder() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 200; i++) toys.tell("red:a", tell("blue:b", new Act.Note("n" + i)));
            toys.settle();

            assertThat(toys.notes("blue:b"))
                    .hasSize(200)
                    .startsWith("n0", "n1", "n2")
                    .endsWith("n199");
            toys.assertConsistent();
        }
    }

    @Test
    default void sendsOfOneStepArriveInTheOrderOfItsEffects() {
        try (Toys toys = toys()) {
            toys.tell("red:a", tell("blue:b", new Act.Note("1")), tell("blue:b", new Act.Note("2")));
            toys.settle();

            assertThat(toys.notes("blue:b")).containsExactly("1", "2");
        }
    }

    @Test
    default void anEntityMayTellItself() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("1"), tell("red:a", new Act.Note("3")), new Act.Note("2"));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("1", "2", "3");
            toys.assertConsistent();
        }
    }

    @Test
    default void aChainOfForwardsReachesItsEnd() {
        try (Toys toys = toys()) {
            toys.tell("red:start", chain(60));
            toys.settle();

            assertThat(toys.notes("red:0")).containsExactly("end");
            toys.assertConsistent();
        }
    }

    @Test
    default void crashesLoseAndDoubleNothingBetweenEntities() {
        try (Toys toys = toys()) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 100; i++) {
                    toys.tell("red:" + i % 7, tell("blue:" + i % 5, tell("red:" + i % 3, new Act.Note("x"))));
                }
                toys.crash();
            }
            toys.settle();

            toys.assertConsistent();
        }
    }

    @Test
    default void aProcessKilledWithinAnyStepLosesAndDoublesNothing() {
        try (Toys toys = toys()) {
            Kills.assumePossible(toys);
            for (int steps = 0; steps < 12; steps++) {
                toys.tell("red:a", chain(5), tell("blue:b", tell("red:a", new Act.Note("back"))));
                toys.probe().killAfter(steps);
                toys.settle();
                toys.probe().killNoMore();
            }
            toys.settle();

            toys.assertConsistent();
        }
    }

    @Test
    default void aFanOutReachesEachReceiverOnce() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.FanOut("blue", 0, 700, 100));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("fanned");
            for (int i = 0; i < 700; i++) assertThat(toys.notes("blue:" + i)).containsExactly("fan");
        }
    }

    static Act tell(String to, Act... acts) {
        return new Act.Tell(new Address(to), List.of(acts));
    }

    /** Tells one entity after the other, alternating kinds; {@code red:0} is the last and notes {@code end}. */
    private static Act chain(int length) {
        Act act = tell("red:0", new Act.Note("end"));
        for (int i = 1; i < length; i++) act = tell((i % 2 == 0 ? "red:" : "blue:") + i, act);
        return act;
    }
}
