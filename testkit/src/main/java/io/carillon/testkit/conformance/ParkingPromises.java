package io.carillon.testkit.conformance;

import static io.carillon.testkit.conformance.OrderPromises.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Limits;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages whose handler failed. */
public interface ParkingPromises extends HostFactory {
    int CURED = 5;

    @Test
    default void nothingOfAFailedStepHappensAndItIsParked() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Note("secret"), tell("blue:b", new Act.Note("x")), new Act.Fail(CURED));
            toys.settle();

            assertThat(toys.notes("red:a")).isEmpty();
            assertThat(toys.states()).containsOnlyKeys("red:a");
            ParkedMessage parked = toys.parked().getFirst();
            assertThat(parked.entity().text()).isEqualTo("red:a");
            assertThat(parked.at()).isEqualTo(Toys.NOON);
            assertThat(parked.cause()).contains("a poison message");
            assertThat(parked.message()).isNotEmpty().doesNotContain("secret");
            assertThat(toys.state("red:a").parks()).containsExactly(parked.id().text());
        }
    }

    @Test
    default void aParkedMessageLeavesAllOthersUnaffected() {
        try (Toys toys = toys()) {
            for (int i = 0; i < 60; i++) {
                toys.tell("red:" + i % 6, i % 10 == 0 ? new Act.Fail(CURED) : new Act.Note("n" + i));
                toys.tell("blue:relay", tell("red:" + i % 6, i % 15 == 0 ? new Act.Fail(CURED) : new Act.Note("r")));
            }
            toys.settle();

            assertThat(toys.parked()).hasSize(10);
            assertThat(toys.states().values().stream()
                            .mapToLong(s -> s.notes().size())
                            .sum())
                    .isEqualTo(110);
            toys.assertConsistent();
        }
    }

    @Test
    default void theCallerOfAFailedStepIsAnswered() {
        try (Toys toys = toys()) {
            List<Told> answers = toys.ask("red:a", new Act.Answer(), new Act.Fail(CURED));

            assertThat(answers).extracting(Told::parked).containsExactly(true);
        }
    }

    @Test
    default void aParkedMessageThatIsCuredIsRedriven() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Fail(CURED), new Act.Note("parked"));
            toys.tell("red:a", new Act.Note("after"));
            toys.settle();
            ParkId id = toys.parked().getFirst().id();
            toys.restart();
            toys.publish(CURED);
            boolean redriven = toys.host().redrive(id);
            toys.settle();

            assertThat(redriven).isTrue();
            assertThat(toys.notes("red:a")).containsExactly("after", "parked");
            assertThat(toys.state("red:a").parks()).isEmpty();
            assertThat(toys.parked()).isEmpty();
            assertThat(toys.host().redrive(id)).isFalse();
            assertThat(toys.host().dismiss(id)).isFalse();
            toys.assertConsistent();
        }
    }

    @Test
    default void aRedrivenMessageThatFailsAgainIsParkedAgain() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Fail(CURED), new Act.Note("parked"));
            toys.settle();
            boolean redriven = toys.host().redrive(toys.parked().getFirst().id());
            toys.settle();

            assertThat(redriven).isTrue();
            assertThat(toys.parked()).hasSize(1);
            toys.assertConsistent();
        }
    }

    @Test
    default void aDismissedMessageIsGoneAndItsMarkLifted() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Fail(CURED), new Act.Note("parked"));
            toys.settle();
            ParkId id = toys.parked().getFirst().id();
            boolean dismissed = toys.host().dismiss(id);
            toys.settle();

            assertThat(dismissed).isTrue();
            assertThat(toys.parked()).isEmpty();
            assertThat(toys.state("red:a").parks()).isEmpty();
            assertThat(toys.notes("red:a")).isEmpty();
            assertThat(toys.host().redrive(id)).isFalse();
        }
    }

    @Test
    default void anUnknownParkedMessageIsNeitherRedrivenNorDismissed() {
        try (Toys toys = toys()) {
            assertThat(toys.host().redrive(new ParkId("no such"))).isFalse();
            assertThat(toys.host().dismiss(new ParkId("no such"))).isFalse();
        }
    }

    @Test
    default void parkedMessagesSurviveACrash() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.Fail(CURED));
            toys.tell("blue:b", new Act.Fail(CURED));
            toys.settle();
            List<ParkedMessage> before = toys.parked();
            toys.crash();
            toys.settle();

            assertThat(before).hasSize(2);
            assertThat(toys.parked()).isEqualTo(before);
            assertThat(toys.host().parked(1)).hasSize(1);
        }
    }

    @Test
    default void aMessageThatKillsTheProcessIsParkedAfterItsLastAttempt() {
        try (Toys toys = toys()) {
            Kills.assumePossible(toys);
            tellUntilParked(toys, tell("red:a", new Act.Kill(), new Act.Note("never")));
            toys.tell("red:a", new Act.Note("before or after"));
            toys.settle();

            assertThat(toys.host().run()).as("starts").isBetween(1L + Limits.ATTEMPTS_MAX, 2L + Limits.ATTEMPTS_MAX);
            assertThat(toys.parked())
                    .extracting(parked -> parked.entity().text())
                    .containsExactly("red:a");
            toys.tell("red:a", new Act.Note("goes on"));
            toys.settle();
            assertThat(toys.notes("red:a")).endsWith("goes on").doesNotContain("never");
            toys.assertConsistent();
        }
    }

    @Test
    default void messagesThatOnlyWaitedWhileTheProcessDiedAreNotParked() {
        try (Toys toys = toys(Knobs.ONE_SHARD)) {
            Kills.assumePossible(toys);
            var innocent = new Act[30];
            for (int i = 0; i < 30; i++) innocent[i] = tell("blue:" + i % 4, new Act.Note("n" + i));
            toys.tell("red:trigger", innocent);
            tellUntilParked(toys, tell("red:a", new Act.Kill()), tell("blue:0", new Act.Note("last")));

            assertThat(toys.parked())
                    .extracting(parked -> parked.entity().text())
                    .containsExactly("red:a");
            toys.assertConsistent();
        }
    }

    /**
     * A host may handle a message in one commit with the step that sent it: one that kills is then gone with its sender. As
     * its caller got no answer it comes again, and by then must be found out.
     */
    private static void tellUntilParked(Toys toys, Act... acts) {
        for (int i = 0; i < 2 && toys.parked().isEmpty(); i++) {
            toys.tell("red:trigger", acts);
            toys.settle();
        }
    }
}
