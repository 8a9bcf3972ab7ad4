package io.carillon.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Condition RICH = new Condition.TraitIs("plan", new ValueTest.Equals(Value.of("gold")));
    private static final Condition GERMAN =
            new Condition.TraitIs("country", new ValueTest.In(List.of(Value.of("DE"), Value.of("AT"))));
    private static final Condition THREE_ORDERS = new Condition.Measured(
            EventQuery.named("Order Completed"),
            Measure.COUNT,
            new Window.Rolling(Duration.ofDays(365)),
            new ValueTest.AtLeast(BigDecimal.valueOf(3)));

    @Test
    void aFactSaysWhatIsAndWhatWasExpected() {
        assertThat(text(THREE_ORDERS, somebody(2)))
                .isEqualTo("Order Completed counted 2 within 365d, expected at least 3");
        assertThat(text(GERMAN, somebody(0, "country", "FR")))
                .isEqualTo("country is \"FR\", expected one of \"DE\", \"AT\"");
        assertThat(text(RICH, somebody(0))).isEqualTo("plan is not known, expected \"gold\"");
    }

    @Test
    void whereOnlySoManyAreKeptThereMayBeMore() {
        assertThat(text(THREE_ORDERS, somebody(5)))
                .isEqualTo("Order Completed counted 3 or more within 365d, expected at least 3");
    }

    @Test
    void ofAllThatHoldEachDecidesAndOfThoseThatDoNotTheSmallest() {
        var all = new Condition.All(List.of(new Condition.Any(List.of(RICH, GERMAN)), THREE_ORDERS));

        Explanation holds = Explainer.explain(all, somebody(3, "plan", "gold", "country", "DE"), NOW);
        Explanation fails = Explainer.explain(all, somebody(1), NOW);

        assertThat(holds)
                .isInstanceOfSatisfying(
                        Explanation.Together.class,
                        together -> assertThat(together.parts()).hasSize(2));
        assertThat(holds.size()).isEqualTo(2);
        assertThat(fails).isEqualTo(Explainer.explain(THREE_ORDERS, somebody(1), NOW));
    }

    @Test
    void ofAnyThatHoldTheSmallestDecidesAndOfThoseThatDoNotEach() {
        var any = new Condition.Any(List.of(new Condition.All(List.of(RICH, GERMAN)), THREE_ORDERS));

        assertThat(Explainer.explain(any, somebody(3, "plan", "gold", "country", "DE"), NOW))
                .isInstanceOf(Explanation.Fact.class);
        assertThat(Explainer.explain(any, somebody(0), NOW).size()).isEqualTo(2);
    }

    @Test
    void theOppositeHoldsAsItsPartDoesNot() {
        var not = new Condition.Not(new Condition.Named("segment", "vips", RICH));

        assertThat(Explainer.explain(not, somebody(0), NOW))
                .isEqualTo(new Explanation.Opposite(new Explanation.ByName(
                        "segment", "vips", new Explanation.Fact(false, "plan is not known, expected \"gold\""))));
    }

    @Test
    void itAgreesWithTheEvaluatorOnWhateverIsAsked() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            Condition condition = any(random, 4);
            Subject subject =
                    somebody(random.nextInt(5), "plan", random.nextBoolean() ? "gold" : "free", "country", "DE");

            assertThat(Explainer.explain(condition, subject, NOW).holds())
                    .as("%s", condition)
                    .isEqualTo(Evaluator.holds(condition, subject, NOW));
        }
    }

    private static Condition any(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0)
            return List.of(RICH, GERMAN, THREE_ORDERS).get(random.nextInt(3));
        if (random.nextInt(4) == 0) return new Condition.Not(any(random, depth - 1));
        var parts = new ArrayList<Condition>();
        for (int i = random.nextInt(4); i > 0; i--) parts.add(any(random, depth - 1));
        return random.nextBoolean() ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private static String text(Condition condition, Subject subject) {
        return Explainer.explain(condition, subject, NOW) instanceof Explanation.Fact(var _, var text) ? text : "";
    }

    /** @param traits names and values in turn */
    private static Subject somebody(int orders, String... traits) {
        var tracking = Tracking.of(List.of(THREE_ORDERS), List.of());
        Behaviour behaviour = Behaviour.NONE;
        for (int i = 0; i < orders; i++) {
            var stamp = new Stamp(NOW.minus(Duration.ofDays(i)), new MessageId("m" + i));
            behaviour = behaviour.observe(
                    new Occurrence(Occurrence.Kind.EVENT, "Order Completed", Value.Fields.NONE, stamp), tracking);
        }
        var fields = new TreeMap<String, Value>();
        for (int i = 0; i < traits.length; i += 2) fields.put(traits[i], Value.of(traits[i + 1]));
        return new Somebody(new Value.Fields(fields), behaviour, ZoneOffset.UTC);
    }
}
