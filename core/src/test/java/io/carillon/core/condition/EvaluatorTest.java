package io.carillon.core.condition;

import static io.carillon.core.condition.Shoppers.at;
import static io.carillon.core.condition.Shoppers.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final EventQuery ORDERED = EventQuery.named("Order Completed");

    @Test
    void whatHappensLaterThanNowDoesNotCountYetAndIsAwaited() {
        Condition condition = within(atLeast(1), Duration.ofSeconds(10));
        Behaviour behaviour = observe(List.of(event("a", "Order Completed", at(4), Map.of())), tracking(condition));

        assertThat(judge(condition, behaviour, at(0))).isEqualTo(new Judgement(false, Optional.of(at(4))));
        assertThat(judge(condition, behaviour, at(4))).isEqualTo(new Judgement(true, Optional.of(at(14))));
        assertThat(judge(condition, behaviour, at(14))).isEqualTo(new Judgement(false, Optional.empty()));
    }

    @Test
    void exactlyAndAtMostAlsoTurnTrueByTime() {
        Condition none = within(exactly(0), Duration.ofSeconds(10));
        Condition one = within(atMost(1), Duration.ofSeconds(10));
        List<Event> twice =
                List.of(event("a", "Order Completed", at(0), Map.of()), event("b", "Order Completed", at(3), Map.of()));

        assertThat(judge(none, observe(twice, tracking(none)), at(5)))
                .isEqualTo(new Judgement(false, Optional.of(at(13))));
        assertThat(judge(one, observe(twice, tracking(one)), at(5)))
                .isEqualTo(new Judgement(false, Optional.of(at(10))));
    }

    @Test
    void twoEventsOfOneInstantAreTwoAndOneHeardTwiceIsOne() {
        Condition twice = within(atLeast(2), Duration.ofSeconds(10));
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
        Condition condition = new Condition.Any(
                List.of(within(atLeast(1), Duration.ofSeconds(5)), within(atLeast(1), Duration.ofSeconds(20))));
        Behaviour behaviour = observe(List.of(event("a", "Order Completed", at(0), Map.of())), tracking(condition));

        assertThat(judge(condition, behaviour, at(1)).changesAt()).contains(at(20));
    }

    @Test
    void readsAreInAFixedOrderAndKnowTheTopOfAPath() {
        Condition condition = new Condition.All(List.of(
                new Condition.TraitIs("plan", new ValueTest.Exists(true)),
                new Condition.TraitIs("address.country", new ValueTest.Exists(true)),
                within(atLeast(1), Duration.ofSeconds(5))));

        Reads reads = Reads.of(condition);

        assertThat(reads.traits()).containsExactly("address", "address.country", "plan");
        assertThat(reads.events()).containsExactly("Order Completed");
    }

    private static Condition within(ValueTest count, Duration window) {
        return new Condition.Measured(ORDERED, Measure.COUNT, new Window.Rolling(window), count);
    }

    private static ValueTest atLeast(int count) {
        return new ValueTest.AtLeast(BigDecimal.valueOf(count));
    }

    private static ValueTest atMost(int count) {
        return new ValueTest.AtMost(BigDecimal.valueOf(count));
    }

    private static ValueTest exactly(int count) {
        return new ValueTest.Equals(Value.of(count));
    }

    private static Tracking tracking(Condition condition) {
        return Tracking.of(List.of(condition), List.of());
    }

    private static Judgement judge(Condition condition, Behaviour behaviour, Instant now) {
        return Evaluator.judge(condition, Somebody.who(behaviour), now);
    }

    private static Behaviour observe(List<Event> events, Tracking tracking) {
        Behaviour behaviour = Behaviour.NONE;
        for (Event event : events) behaviour = behaviour.observe(event, tracking);
        return behaviour;
    }
}
