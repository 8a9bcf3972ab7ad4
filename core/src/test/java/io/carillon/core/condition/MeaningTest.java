package io.carillon.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private static final Window MONTH = new Window.Rolling(Duration.ofDays(30));

    @Test
    void aConditionIsSaidClauseByClause() {
        var known = new Condition.TraitIs("email", new ValueTest.Exists(true));
        var never = new Condition.Not(counted("Order Completed", Window.EVER, 1));
        var condition = new Condition.All(List.of(known, never, counted("Product Viewed", MONTH, 3)));

        Meaning meaning = Meaning.of(condition);

        assertThat(meaning.text()).isEqualTo("all of these");
        assertThat(meaning.parts())
                .extracting(part -> part.line(100))
                .containsExactly(
                        "email is known", "not Order Completed", "Product Viewed within 30d, counted at least 3");
        assertThat(meaning.line(200))
                .isEqualTo("email is known and not Order Completed and Product Viewed within 30d, counted at least 3");
        assertThat(meaning.line(20)).isEqualTo("email is known and …");
    }

    @Test
    void alternativesInAWholeAreToldApart() {
        var cities = new Condition.Any(List.of(city("Bonn"), city("Kiel")));

        Meaning meaning = Meaning.of(new Condition.All(List.of(counted("Login", MONTH, 1), cities)));

        assertThat(meaning.line(200)).isEqualTo("Login within 30d and (city is \"Bonn\" or city is \"Kiel\")");
    }

    @Test
    void nothingAskedIsEverybody() {
        assertThat(Meaning.of(new Condition.All(List.of())).text()).isEqualTo("everybody");
        assertThat(Meaning.of(new Condition.Any(List.of())).text()).isEqualTo("nobody");
    }

    @Test
    void sumsNamesAndSequencesAreSaid() {
        var sum = new Condition.Measured(
                EventQuery.named("Order Completed"),
                new Measure(Measure.Aggregate.SUM, "total"),
                MONTH,
                new ValueTest.AtLeast(BigDecimal.valueOf(500)));
        var sequence = new Condition.Sequence(
                List.of(
                        new Condition.Then(EventQuery.named("Product Added"), Optional.empty(), List.of()),
                        new Condition.Then(
                                EventQuery.named("Order Completed"), Optional.of(Duration.ofHours(2)), List.of())),
                Window.EVER);

        assertThat(Meaning.of(sum).text()).isEqualTo("sum of total of Order Completed within 30d is at least 500");
        assertThat(Meaning.of(sequence).text()).isEqualTo("Product Added, then Order Completed within 2h");
        var named = Meaning.of(new Condition.Named("segment", "loyal", sum));
        assertThat(named.line(100)).isEqualTo("segment \"loyal\"");
        assertThat(named.parts()).containsExactly(Meaning.of(sum));
    }

    private static Condition city(String name) {
        return new Condition.TraitIs("city", new ValueTest.Equals(Value.of(name)));
    }

    private static Condition counted(String event, Window window, long atLeast) {
        return new Condition.Measured(
                EventQuery.named(event), Measure.COUNT, window, new ValueTest.AtLeast(BigDecimal.valueOf(atLeast)));
    }
}
