package io.carillon.testkit.conformance;

import static io.carillon.testkit.conformance.OrderPromises.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Lane;
import io.carillon.testkit.toy.Act;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who goes first, and who is refused. */
public interface LanePromises extends HostFactory {

    @Test
    default void urgentEntitiesGoBeforeBulkOnes() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            toys.hold();
            for (int i = 0; i < 50; i++) toys.tell("red:bulk" + i, Lane.BULK, new Act.Note("x"));
            toys.tell("blue:urgent", Lane.URGENT, new Act.Note("x"));
            toys.release();

            assertThat(handled(toys)).hasSize(51).startsWith("blue:urgent");
        }
    }

    @Test
    default void anUrgentMessageNeverOvertakesAnOlderOneOfItsEntity() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            toys.hold();
            for (int i = 0; i < 50; i++) toys.tell("red:bulk" + i, Lane.BULK, new Act.Note("x"));
            toys.tell("blue:b", Lane.BULK, new Act.Note("older"));
            toys.tell("blue:b", Lane.URGENT, new Act.Note("urgent"));
            toys.release();

            assertThat(toys.notes("blue:b")).containsExactly("older", "urgent");
            assertThat(handled(toys)).startsWith("blue:b", "blue:b");
        }
    }

    @Test
    default void whatAnUrgentStepSendsIsUrgent() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            toys.hold();
            for (int i = 0; i < 2_000; i++) toys.tell("red:bulk" + i, Lane.BULK, new Act.Note("x"));
            toys.tell("blue:1", Lane.URGENT, tell("blue:2", tell("blue:3", new Act.Note("end"))));
            toys.release();

            assertThat(handled(toys).indexOf("blue:3")).as("turn of the last").isLessThan(1_000);
        }
    }

    @Test
    default void bulkEntitiesGetTheirTurn() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            toys.hold();
            for (int i = 0; i < 300; i++) toys.tell("red:bulk" + i, Lane.BULK, new Act.Note("x"));
            for (int i = 0; i < 300; i++) toys.tell("blue:urgent" + i % 3, Lane.URGENT, new Act.Note("x"));
            toys.release();

            assertThat(handled(toys)).hasSize(600);
        }
    }

    @Test
    default void twoShardsFullOfWorkForEachOtherDrain() {
        try (Toys toys = toys(new Knobs(2, 100, 2))) {
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 4; i++) {
                    toys.tell("red:" + i, new Act.FanOut("blue", 0, 300, 100));
                    toys.tell("blue:" + i, new Act.FanOut("red", 0, 300, 100));
                }
            }
            toys.settle();

            toys.assertConsistent();
        }
    }

    @Test
    default void aFullHostRefusesAndLaterTakesAgain() {
        try (Toys toys = toys(new Knobs(1, 8, 2))) {
            toys.hold();
            int taken = 0;
            while (taken < 10_000 && toys.submit("red:a", Lane.BULK, new ArrayList<>(), new Act.Note("n"))) {
                taken++;
            }
            boolean urgentTaken = toys.submit("red:b", Lane.URGENT, new ArrayList<>(), new Act.Note("n"));
            toys.release();

            assertThat(taken).as("taken before the first refusal").isBetween(1, 9_999);
            assertThat(toys.notes("red:a")).hasSize(taken);
            assertThat(toys.host().row("toys", "red:b").isPresent()).isEqualTo(urgentTaken);
            assertThat(toys.ask("red:a", new Act.Note("again"), new Act.Answer()))
                    .hasSize(1);
        }
    }

    @Test
    default void messagesBetweenEntitiesAreNeverRefused() {
        try (Toys toys = toys(new Knobs(2, 4, 2))) {
            toys.tell("red:a", new Act.FanOut("blue", 0, 1_500, 1_500));
            toys.settle();

            assertThat(toys.states()).hasSize(1_501);
            toys.assertConsistent();
        }
    }

    private static List<String> handled(Toys toys) {
        return toys.probe().begun().stream()
                .filter(address -> !address.equals("red:held"))
                .toList();
    }
}
