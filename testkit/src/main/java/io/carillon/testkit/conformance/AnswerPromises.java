package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers outside. */
public interface AnswerPromises extends HostFactory {

    @Test
    default void theEntityAtTheEndOfForwardsAnswers() {
        try (Toys toys = toys()) {
            List<Told> answers = toys.ask("red:a", forward("blue:b", forward("red:c", new Act.Answer())));

            assertThat(answers).extracting(told -> told.by().text()).containsExactly("red:c");
        }
    }

    @Test
    default void aCallerIsAnsweredOnce() {
        try (Toys toys = toys()) {
            List<Told> answers =
                    toys.ask("red:a", new Act.Answer(), new Act.Answer(), forward("blue:b", new Act.Answer()));

            assertThat(answers).extracting(told -> told.by().text()).containsExactly("red:a");
        }
    }

    @Test
    default void aCallerKeptInAStateIsAnsweredByALaterStep() {
        try (Toys toys = toys()) {
            var answers = new ArrayList<Told>();
            toys.submit("red:a", Lane.BULK, answers, new Act.KeepCaller());
            toys.settle();
            assertThat(answers).isEmpty();
            toys.tell("red:a", new Act.AnswerKept());
            toys.settle();

            assertThat(answers).hasSize(1);
        }
    }

    @Test
    default void anAnswerToACallerOfAnEarlierRunIsDropped() {
        try (Toys toys = toys()) {
            var earlier = new ArrayList<Told>();
            var later = new ArrayList<Told>();
            toys.submit("red:a", Lane.BULK, earlier, new Act.KeepCaller());
            toys.settle();
            toys.restart();
            for (String address : List.of("red:a", "blue:b")) {
                for (int i = 0; i < 5; i++) toys.submit(address, Lane.BULK, later, new Act.Note("never answered"));
            }
            toys.tell("red:a", new Act.AnswerKept());
            toys.settle();

            assertThat(earlier).isEmpty();
            assertThat(later).isEmpty();
        }
    }

    @Test
    default void anAnswerToNobodyIsDropped() {
        try (Toys toys = toys()) {
            toys.tell("red:a", new Act.AnswerKept(), new Act.Note("n"));
            toys.settle();

            assertThat(toys.notes("red:a")).containsExactly("n");
        }
    }

    @Test
    default void eachCallerGetsItsOwnAnswer() {
        try (Toys toys = toys()) {
            var answers = new ArrayList<List<Told>>();
            for (int i = 0; i < 200; i++) {
                var mine = new ArrayList<Told>();
                answers.add(mine);
                toys.submit("red:" + i % 20, Lane.BULK, mine, new Act.Note("n" + i), new Act.Answer());
            }
            toys.settle();

            for (int i = 0; i < 200; i++) {
                List<Told> mine = answers.get(i);
                assertThat(mine).hasSize(1);
                assertThat(mine.getFirst().state().notes()).endsWith("n" + i);
            }
        }
    }

    private static Act forward(String to, Act... acts) {
        return new Act.Forward(new Address(to), List.of(acts));
    }
}
