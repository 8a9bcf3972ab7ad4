package io.carillon.testkit.condition;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Judgement;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class ConditionLawsTest {
    private static final int SEEDS = 3_000;
    private static final Duration HORIZON = Duration.ofDays(1_000);

    @Test
    void theAnswerIsThatOfTheWholePastAtEveryInstant() {
        forAll(SEEDS, Question::any, Question.smaller(), (question, _) -> {
            Behaviour behaviour = question.behaviour();
            Oracle oracle = question.oracle();

            for (Instant now : question.instants()) {
                assertThat(Evaluator.holds(question.condition(), question.past().keeping(behaviour), now))
                        .as("at %s", now)
                        .isEqualTo(oracle.holds(question.condition(), now));
            }
        });
    }

    @Test
    void theAnswerIsThatOfWhatWasHeardSoFarWhateverCameLate() {
        forAll(SEEDS, Question::any, Question.smaller(), (question, seed) -> {
            Tracking tracking = question.tracking();
            Behaviour behaviour = Behaviour.NONE;
            var heard = new ArrayList<Occurrence>();
            Instant now = Instant.MIN;

            for (Occurrence each : new Chance(seed).shuffled(question.past().happened())) {
                heard.add(each);
                behaviour = behaviour.observe(each, tracking);
                if (each.stamp().at().isAfter(now)) now = each.stamp().at();
                var oracle = new Oracle(question.past().with(heard), question.bounds());
                assertThat(Evaluator.holds(question.condition(), question.past().keeping(behaviour), now))
                        .as("at %s of %s", now, heard)
                        .isEqualTo(oracle.holds(question.condition(), now));
            }
        });
    }

    @Test
    void whoeverIsJudgedAgainWhenTheyAreToldMissesNoChangeAndIsSeldomWoken() {
        forAll(SEEDS, Question::any, Question.smaller(), (question, _) -> {
            Behaviour behaviour = question.behaviour();
            Oracle oracle = question.oracle();
            SortedSet<Instant> edges = Edges.after(question.end(), question.condition(), oracle);

            Judgement judgement = question.judge(behaviour, question.end());
            int wakeUps = 0;
            for (Instant edge : edges) {
                while (judgement.changesAt().filter(at -> !at.isAfter(edge)).isPresent()) {
                    judgement = question.judge(behaviour, judgement.changesAt().get());
                    wakeUps++;
                }
                assertThat(judgement.holds()).as("at %s", edge).isEqualTo(oracle.holds(question.condition(), edge));
            }
            assertThat(wakeUps).isLessThanOrEqualTo(edges.size());
        });
    }

    @Test
    void ofASingleQuestionTheNextChangeIsToldExactly() {
        forAll(SEEDS, Question::ofALeaf, Question.smaller(), (question, _) -> {
            Oracle oracle = question.oracle();
            boolean holds = oracle.holds(question.condition(), question.end());

            Judgement judgement = question.judge(question.behaviour(), question.end());

            Instant horizon = question.end().plus(HORIZON);
            assertThat(judgement.holds()).isEqualTo(holds);
            assertThat(judgement.changesAt().filter(at -> at.isBefore(horizon)))
                    .isEqualTo(Edges.after(question.end(), question.condition(), oracle).stream()
                            .filter(at -> at.isBefore(horizon))
                            .filter(at -> oracle.holds(question.condition(), at) != holds)
                            .findFirst());
        });
    }

    @Test
    void theMeasureIsThatOfTheWholePast() {
        forAll(SEEDS, Question::ofALeaf, Question.smaller(), (question, _) -> {
            if (!(question.condition() instanceof Condition.Measured measured)) return;
            // A test that no bounded number of occurrences decides: all are kept.
            var value = new Condition.Measured(
                    measured.query(), measured.measure(), measured.window(), new ValueTest.StartsWith("x"));
            var asked = new Question(value, question.past(), question.end(), question.bounds());

            for (Instant now : asked.instants()) {
                assertThat(Evaluator.measure(value, asked.past().keeping(asked.behaviour()), now)
                                .map(ConditionLawsTest::plain))
                        .as("at %s", now)
                        .isEqualTo(asked.oracle().measure(value, now).map(ConditionLawsTest::plain));
            }
        });
    }

    @Test
    void theOrderOfArrivalAndOfMergesDoesNotMatter() {
        forAll(SEEDS, Question::any, Question.smaller(), (question, seed) -> {
            var chance = new Chance(seed);
            Tracking tracking = question.tracking();
            Behaviour whole = question.behaviour();

            var parts = new ArrayList<List<Occurrence>>();
            for (int i = 0; i < 4; i++) parts.add(new ArrayList<>());
            for (Occurrence each : chance.shuffled(question.past().happened()))
                chance.pick(parts).add(each);
            var behaviours =
                    new ArrayList<>(parts.stream().map(question::behaviour).toList());
            while (behaviours.size() > 1) {
                Behaviour one = behaviours.remove(chance.between(0, behaviours.size() - 1));
                Behaviour other = behaviours.remove(chance.between(0, behaviours.size() - 1));
                behaviours.add(Behaviour.merge(one, other, tracking));
            }

            assertThat(question.behaviour(chance.shuffled(question.past().happened())))
                    .isEqualTo(whole);
            assertThat(behaviours.getFirst()).isEqualTo(whole);
        });
    }

    @Test
    void whatIsReadIsWhatWasStored() {
        forAll(SEEDS, Question::any, Question.smaller(), (question, _) -> {
            Behaviour behaviour = question.behaviour().completeFor(question.tracking());

            var stored = BehaviourCodec.BEHAVIOURS.encode(behaviour);
            Behaviour read = BehaviourCodec.BEHAVIOURS.decode(stored);

            assertThat(read).isEqualTo(behaviour);
            assertThat(BehaviourCodec.BEHAVIOURS.encode(read)).isEqualTo(stored);
        });
    }

    /** Equal amounts are equal. */
    private static Value plain(Value value) {
        return value instanceof Value.Num(var number) ? Value.of(number.stripTrailingZeros()) : value;
    }
}
