package io.carillon.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumericPathsTest {
    private static final ValueTest SOME = new ValueTest.AtLeast(BigDecimal.ONE);
    private static final ValueTest WORD = new ValueTest.Equals(Value.of("x"));

    @Test
    void knowsWhatIsComparedAsAnAmount() {
        var items = new EventQuery(new EventQuery.Asked(
                Occurrence.Kind.EVENT,
                "Order Completed",
                List.of(new Where("total", SOME), new Where("currency", WORD)),
                Optional.of(new Each("products", List.of(new Where("quantity", new ValueTest.Not(SOME))))),
                Range.EVER));
        var sum = new Measure(Measure.Aggregate.SUM, "price");
        var condition = new Condition.All(List.of(
                new Condition.Measured(items, sum, Window.EVER, SOME),
                new Condition.Not(new Condition.TraitIs("age", SOME)),
                new Condition.TraitIs("plan", WORD)));

        NumericPaths paths = NumericPaths.of(List.of(condition), List.of());

        assertThat(paths.of("Order Completed")).containsExactly("products[].price", "products[].quantity", "total");
        assertThat(paths.of("Other")).isEmpty();
        assertThat(paths.traits()).containsExactly("age");
    }

    @Test
    void findsTextsThatReadAsNumbersWhereNumbersAreExpected() {
        var query = new EventQuery("Order Completed", List.of(new Where("products[].price", SOME)), Optional.empty());
        NumericPaths paths = NumericPaths.of(List.of(new Condition.TraitIs("age", SOME)), List.of(query));

        assertThat(paths.textsIn(order("9.90", Value.of(30)))).containsExactly("products[].price");
        assertThat(paths.textsIn(order("free", Value.of("30")))).containsExactly("age");
        assertThat(NumericPaths.NONE.textsIn(order("9.90", Value.of("30")))).isEmpty();
    }

    private static Event order(String price, Value age) {
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        Value products =
                Value.of(List.of(Value.of(Map.of("price", Value.of(2))), Value.of(Map.of("price", Value.of(price)))));
        return new Event(
                new MessageId("m1"),
                EventType.TRACK,
                "Order Completed",
                at,
                at,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "ada")),
                Value.of(Map.of("products", products, "note", Value.of("12"))),
                Value.of(Map.of("age", age)),
                Value.Fields.NONE);
    }
}
