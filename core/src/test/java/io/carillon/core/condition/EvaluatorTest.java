package io.carillon.core.condition;

import static io.carillon.core.condition.Shoppers.at;
import static io.carillon.core.condition.Shoppers.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final EventQuery ORDERED = EventQuery.named("Order Completed");

    @Test
    void answersAsTheWholeHistoryDoesAtEveryInstant() {
        for (int seed = 0; seed < 4_000; seed++) {
            var shoppers = new Shoppers(seed);
            Condition condition = shoppers.condition(3);
            Tracking tracking = Tracking.of(List.of(condition), List.of());
            var traits = new Value.Fields(Map.of("vip", Value.of(true)));

            Behaviour behaviour = Behaviour.NONE;
            var heard = new ArrayList<Event>();
            Instant now = at(0);
            for (int i = 0; i < 25; i++) {
                now = now.plusSeconds(shoppers.upTo(4));
                boolean repeat = shoppers.upTo(5) == 0 && !heard.isEmpty();
                Event event = repeat
                        ? shoppers.pick(heard)
                        : shoppers.next("m" + shoppers.upTo(1_000), now.minusSeconds(late(shoppers)));
                heard.add(event);
                behaviour = behaviour.observe(event, tracking);

                expectSame(seed, condition, new Subject(traits, behaviour), new Oracle(traits, heard), now);
            }
        }
    }

    @Test
    void answersTheSameForHistoriesThatWereMergedAfterwards() {
        for (int seed = 0; seed < 2_000; seed++) {
            var shoppers = new Shoppers(seed);
            Condition condition = shoppers.condition(3);
            Tracking tracking = Tracking.of(List.of(condition), List.of());
            List<Event> history = shoppers.history(20, 30);

            var parts = new ArrayList<Behaviour>();
            for (int part = 0; part < 3; part++) {
                var heard = new ArrayList<Event>();
                for (Event event : history) if (shoppers.upTo(2) == 0) heard.add(event);
                Collections.shuffle(heard, shoppers.random());
                parts.add(observe(heard, tracking));
            }
            parts.add(observe(history.reversed(), tracking));
            Collections.shuffle(parts, shoppers.random());
            Behaviour merged = Behaviour.NONE;
            for (Behaviour part : parts) merged = Behaviour.merge(merged, part).trimmedTo(tracking);

            assertThat(merged).as("seed %d", seed).isEqualTo(observe(history, tracking));
            for (int second = 30; second < 55; second += 3) {
                expectSame(
                        seed,
                        condition,
                        new Subject(Value.Fields.NONE, merged),
                        new Oracle(Value.Fields.NONE, history),
                        at(second));
            }
        }
    }

    @Test
    void whatHappensLaterThanNowDoesNotCountYetAndIsAwaited() {
        Condition condition = within(new CountTest.AtLeast(1), Duration.ofSeconds(10));
        Behaviour behaviour = observe(List.of(event("a", "Order Completed", at(4), Map.of())), tracking(condition));

        assertThat(judge(condition, behaviour, at(0))).isEqualTo(new Judgement(false, Optional.of(at(4))));
        assertThat(judge(condition, behaviour, at(4))).isEqualTo(new Judgement(true, Optional.of(at(14))));
        assertThat(judge(condition, behaviour, at(14))).isEqualTo(new Judgement(false, Optional.empty()));
    }

    @Test
    void exactlyAndAtMostAlsoTurnTrueByTime() {
        Condition none = within(new CountTest.Exactly(0), Duration.ofSeconds(10));
        Condition one = within(new CountTest.AtMost(1), Duration.ofSeconds(10));
        List<Event> twice =
                List.of(event("a", "Order Completed", at(0), Map.of()), event("b", "Order Completed", at(3), Map.of()));

        assertThat(judge(none, observe(twice, tracking(none)), at(5)))
                .isEqualTo(new Judgement(false, Optional.of(at(13))));
        assertThat(judge(one, observe(twice, tracking(one)), at(5)))
                .isEqualTo(new Judgement(false, Optional.of(at(10))));
    }

    @Test
    void twoEventsOfOneInstantAreTwoAndOneHeardTwiceIsOne() {
        Condition twice = within(new CountTest.AtLeast(2), Duration.ofSeconds(10));
        Event first = event("a", "Order Completed", at(0), Map.of());
        Event second = event("b", "Order Completed", at(0), Map.of());

        assertThat(judge(twice, observe(List.of(first, second), tracking(twice)), at(1))
                        .holds())
                .isTrue();
        assertThat(judge(twice, observe(List.of(first, first), tracking(twice)), at(1))
                        .holds())
                .isFalse();
    }

    @Test
    void aPartThatTurnsWithoutTurningTheWholeWakesNobody() {
        Condition condition = new Condition.Any(List.of(
                within(new CountTest.AtLeast(1), Duration.ofSeconds(5)),
                within(new CountTest.AtLeast(1), Duration.ofSeconds(20))));
        Behaviour behaviour = observe(List.of(event("a", "Order Completed", at(0), Map.of())), tracking(condition));

        assertThat(judge(condition, behaviour, at(1)).changesAt()).contains(at(20));
    }

    @Test
    void readsAreInAFixedOrderAndKnowTheTopOfAPath() {
        Condition condition = new Condition.All(List.of(
                new Condition.TraitIs("plan", new ValueTest.Exists(true)),
                new Condition.TraitIs("address.country", new ValueTest.Exists(true)),
                within(new CountTest.AtLeast(1), Duration.ofSeconds(5))));

        Reads reads = Reads.of(condition);

        assertThat(reads.traits()).containsExactly("address.country", "plan");
        assertThat(reads.events()).containsExactly("Order Completed");
        assertThat(reads.hasTrait("address")).isTrue();
        assertThat(reads.hasTrait("addr")).isFalse();
    }

    private static void expectSame(int seed, Condition condition, Subject subject, Oracle oracle, Instant now) {
        assertThat(Evaluator.judge(condition, subject, now))
                .as("seed %d: %s at %s with %s", seed, condition, now, subject.behaviour())
                .isEqualTo(new Judgement(oracle.holds(condition, now), oracle.changesAt(condition, now)));
    }

    private static int late(Shoppers shoppers) {
        return shoppers.upTo(3) == 0 ? shoppers.upTo(30) : 0;
    }

    private static Condition within(CountTest count, Duration window) {
        return new Condition.EventCount(ORDERED, count, Optional.of(window));
    }

    private static Tracking tracking(Condition condition) {
        return Tracking.of(List.of(condition), List.of());
    }

    private static Judgement judge(Condition condition, Behaviour behaviour, Instant now) {
        return Evaluator.judge(condition, new Subject(Value.Fields.NONE, behaviour), now);
    }

    private static Behaviour observe(List<Event> events, Tracking tracking) {
        Behaviour behaviour = Behaviour.NONE;
        for (Event event : events) behaviour = behaviour.observe(event, tracking);
        return behaviour;
    }
}
