package io.carillon.testkit.conformance;

import static io.carillon.testkit.conformance.OrderPromises.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Lane;
import io.carillon.testkit.toy.Act;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time. */
public interface WakeUpPromises extends HostFactory {

    @Test
    default void anEntityIsWokenWhenItsTimeHasCome() {
        try (Toys toys = toys()) {
            toys.tell("red:a", timer("t", 60));
            toys.settle();
            toys.advance(Duration.ofSeconds(59));
            toys.settle();
            assertThat(toys.notes("red:a")).isEmpty();
            toys.advance(Duration.ofSeconds(1));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("fired t");
        }
    }

    @Test
    default void aTimerMovedFiresAtItsNewTimeOnly() {
        try (Toys toys = toys()) {
            toys.tell("red:later", timer("t", 10), new Act.Note("set"));
            toys.tell("red:sooner", timer("t", 1_000));
            toys.settle();
            toys.tell("red:later", timer("t", 1_000));
            toys.tell("red:sooner", timer("t", 10));
            toys.settle();
            toys.advance(Duration.ofSeconds(20));
            toys.settle();

            assertThat(toys.notes("red:later")).containsExactly("set");
            assertThat(toys.notes("red:sooner")).containsExactly("fired t");
        }
    }

    @Test
    default void aTimerClearedDoesNotFire() {
        try (Toys toys = toys()) {
            toys.tell("red:a", timer("t", 10), timer("u", 20));
            toys.settle();
            toys.tell("red:a", new Act.ClearTimer("t"));
            toys.settle();
            toys.advance(Duration.ofSeconds(30));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("fired u");
        }
    }

    @Test
    default void everyTimerOfOneInstantFires() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 300; i++) toys.tell("red:" + i, timer("t", 10));
            toys.settle();
            toys.advance(Duration.ofSeconds(10));
            toys.settle();

            for (int i = 0; i < 300; i++) assertThat(toys.notes("red:" + i)).containsExactly("fired t");
        }
    }

    @Test
    default void aTimerSetAtOrBeforeOneAlreadyFiredFires() {
        try (Toys toys = toys()) {
            toys.tell("red:m", timer("first", 50));
            toys.settle();
            toys.advance(Duration.ofSeconds(50));
            toys.settle();
            toys.tell("red:a", timer("same instant, smaller key", 50));
            toys.tell("red:z", timer("same instant, greater key", 50));
            toys.tell("red:b", timer("earlier", 3));
            toys.tell("red:c", timer("before the epoch of the test", -100_000));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("fired same instant, smaller key");
            assertThat(toys.notes("red:z")).containsExactly("fired same instant, greater key");
            assertThat(toys.notes("red:b")).containsExactly("fired earlier");
            assertThat(toys.notes("red:c")).containsExactly("fired before the epoch of the test");
        }
    }

    @Test
    default void timersFireUnderAClockSetBack() {
        try (Toys toys = toys()) {
            toys.tell("red:a", timer("t", 100), new Act.Note("set"));
            toys.settle();
            toys.advance(Duration.ofSeconds(200));
            toys.settle();
            toys.advance(Duration.ofSeconds(-150));
            toys.tell("red:a", timer("back", 60));
            toys.tell("red:b", timer("other", 70));
            toys.settle();
            toys.advance(Duration.ofSeconds(151));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("set", "fired t", "fired back");
            assertThat(toys.notes("red:b")).containsExactly("fired other");
            toys.assertConsistent();
        }
    }

    @Test
    default void nowNeverGoesBackAlsoAcrossARestart() {
        try (Toys toys = toys()) {
            toys.advance(Duration.ofHours(1));
            toys.tell("red:a", new Act.Note("late"));
            toys.settle();
            toys.unit().stop();
            toys.clock(Toys.NOON);
            toys.start();
            toys.tell("red:a", new Act.Note("clock set back"));
            toys.settle();

            assertThat(toys.state("red:a").latest()).isEqualTo(Toys.NOON.plusSeconds(3_600));
            toys.advance(Duration.ofHours(2));
            toys.assertConsistent();
        }
    }

    @Test
    default void timersThatFellDueWhileTheProcessWasDownFire() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 20; i++) toys.tell("red:" + i, timer("t", 10 + i));
            toys.settle();
            toys.unit().crash();
            toys.clock(Toys.NOON.plusSeconds(15));
            toys.start();
            toys.settle();
            assertThat(toys.notes("red:5")).containsExactly("fired t");
            assertThat(toys.notes("red:6")).isEmpty();
            toys.advance(Duration.ofSeconds(60));
            toys.settle();

            for (int i = 0; i < 20; i++) assertThat(toys.notes("red:" + i)).containsExactly("fired t");
        }
    }

    @Test
    default void aWakeUpComesAfterEveryMessageAcceptedBeforeIt() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            toys.tell("blue:b", timer("t", 10), timer("cleared", 5));
            toys.settle();
            toys.hold();
            for (int i = 0; i < 100; i++) toys.tell("red:bulk" + i, Lane.BULK, new Act.Note("x"));
            toys.tell("blue:b", Lane.BULK, new Act.Note("accepted before"));
            toys.tell("blue:b", Lane.BULK, new Act.ClearTimer("cleared"));
            toys.advance(Duration.ofSeconds(10));
            toys.release();

            assertThat(toys.notes("blue:b")).containsExactly("accepted before", "fired t");
        }
    }

    @Test
    default void aWakeUpMovedByAMessageOfItsOwnEntityIsSetAgain() {
        try (Toys toys = toys()) {
            toys.tell("red:a", timer("far", 1_000), tell("blue:b", timer("near", 5)));
            toys.settle();
            for (int i = 1; i <= 20; i++) {
                toys.tell("red:a", timer("moving", 1_000 - i));
                toys.settle();
            }
            toys.tell("red:a", new Act.ClearTimer("moving"));
            toys.settle();
            toys.advance(Duration.ofSeconds(999));
            toys.settle();
            assertThat(toys.notes("red:a")).isEmpty();
            toys.advance(Duration.ofSeconds(1));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("fired far");
            assertThat(toys.notes("blue:b")).containsExactly("fired near");
        }
    }

    private static Act timer(String key, long secondsAfterNoon) {
        return new Act.SetTimer(key, Toys.NOON.plusSeconds(secondsAfterNoon));
    }
}
