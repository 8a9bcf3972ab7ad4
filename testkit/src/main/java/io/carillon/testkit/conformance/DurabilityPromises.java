package io.carillon.testkit.conformance;

import static io.carillon.testkit.conformance.OrderPromises.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Told;
import io.carillon.testkit.toy.ToyMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What survives, and what nobody hears before it does. */
public interface DurabilityPromises extends HostFactory {

    @Test
    default void nothingIsAnsweredBeforeItIsDurable() {
        try (Toys toys = toys()) {
            var answers = new ArrayList<Told>();
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 200; i++) {
                    toys.submit(
                            "red:" + i % 10, Lane.BULK, answers, new Act.Note("r" + round + "i" + i), new Act.Answer());
                }
                toys.crash();
            }
            toys.settle();

            synchronized (answers) {
                for (Told told : answers) toys.assertHappened(told);
            }
            toys.assertConsistent();
        }
    }

    @Test
    default void aReadAfterAnAnswerSeesWhatItSpeaksOf() {
        try (Toys toys = toys()) {
            var seen = new ArrayList<Boolean>();
            for (int i = 0; i < 100; i++) {
                String key = "k" + i;
                toys.host()
                        .submit(
                                new Address("red:" + i),
                                Lane.BULK,
                                caller -> ToyMessage.outside(
                                        caller, new Act.PutRow("t", key, "v"), new Act.Note("n"), new Act.Answer()),
                                reply -> {
                                    Told told = (Told) reply;
                                    boolean row = toys.host().row("t", key).isPresent();
                                    boolean history = toys.host()
                                                    .history(told.by(), Long.MAX_VALUE, 1)
                                                    .size()
                                            == 1;
                                    synchronized (seen) {
                                        seen.add(row && history);
                                    }
                                });
            }
            toys.settle();

            synchronized (seen) {
                assertThat(seen).hasSize(100).containsOnly(true);
            }
        }
    }

    @Test
    default void noticesAreToldOnceDurableAndNotAgainAfterARestart() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Shout("one"), new Act.Shout("two"));
            toys.settle();
            toys.restart();
            toys.settle();

            assertThat(toys.heard()).containsExactly("one", "two");
        }
    }

    @Test
    default void aStoppedHostGoesOnWhereItWas() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("1"), new Act.SetTimer("t", Toys.NOON.plusSeconds(60)));
            toys.settle();
            toys.restart();
            toys.tell("red:a", new Act.Note("2"));
            toys.advance(Duration.ofMinutes(2));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("1", "2", "fired t");
        }
    }

    @Test
    default void aRestartAtRestLeavesTheStoreAsItWas() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("n"), new Act.Once("k", List.of()), tell("blue:b", new Act.Note("n")));
            toys.tell("red:a", new Act.SetTimer("t", Toys.NOON.plusSeconds(60)), new Act.PutRow("t", "k", "v"));
            toys.tell("blue:c", new Act.Fail(9));
            toys.settle();
            var before = toys.unit().dump();
            toys.restart();
            toys.settle();
            var afterStop = toys.unit().dump();
            toys.crash();
            toys.settle();

            assertThat(before).isNotEmpty();
            assertThat(afterStop).isEqualTo(before);
            assertThat(toys.unit().dump()).isEqualTo(before);
        }
    }

    @Test
    default void eachStartHasTheNextNumber() {
        try (Toys toys = toys()) {
            long first = toys.host().run();
            toys.restart();
            long second = toys.host().run();
            toys.crash();

            assertThat(List.of(first, second, toys.host().run())).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    default void aKeyRememberedIsKnownForADayAndAcrossRestarts() {
        try (Toys toys = toys()) {
            Act once = new Act.Once("m1", List.of(new Act.Note("counted")));
            toys.tell("red:a", once);
            toys.settle();
            toys.tell("red:a", once);
            toys.restart();
            toys.tell("red:a", once);
            toys.settle();
            toys.crash();
            toys.advance(Duration.ofHours(24).minusSeconds(1));
            toys.tell("red:a", once);
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("counted");
        }
    }

    @Test
    default void aKeyIsRememberedByTheEntityThatSaidSoOnly() {
        try (Toys toys = toys()) {
            for (String address : List.of("red:a", "red:aa", "blue:a", "red:b")) {
                toys.tell(address, new Act.Once("m1", List.of(new Act.Note("counted"))));
            }
            toys.tell("red:a", new Act.Once("m", List.of(new Act.Note("another"))));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("counted", "another");
            assertThat(toys.notes("red:aa")).containsExactly("counted");
            assertThat(toys.notes("blue:a")).containsExactly("counted");
            assertThat(toys.notes("red:b")).containsExactly("counted");
        }
    }

    @Test
    default void publishedKnowledgeReachesTheNextStep() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Know());
            toys.settle();
            toys.publish(2);
            toys.tell("red:a", new Act.Know());
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("knows 1", "knows 2");
            assertThat(toys.host().row("notes", "red:a#000001")).contains(Bytes.utf8("knows 2"));
        }
    }
}
