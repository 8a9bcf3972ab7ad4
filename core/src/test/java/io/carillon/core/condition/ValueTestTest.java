package io.carillon.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTestTest {
    private static final Optional<Value> MISSING = Optional.empty();
    private static final Optional<Value> NULL = Optional.of(Value.Nothing.NOTHING);

    @Test
    void aTextComparesWithANumberWhenItReadsAsOne() {
        assertThat(atLeast("50").test(text("50.00"))).isTrue();
        assertThat(atLeast("50").test(text(" 49.99 "))).isFalse();
        assertThat(atLeast("50").test(text("fifty"))).isFalse();
        assertThat(atLeast("50").test(text("9".repeat(1_000)))).isFalse();
        assertThat(new ValueTest.Equals(Value.of(7)).test(text("7.0"))).isTrue();
        assertThat(new ValueTest.Equals(Value.of("7")).test(Optional.of(Value.of(7))))
                .isTrue();
    }

    @Test
    void twoTextsAreEqualByteForByte() {
        assertThat(new ValueTest.Equals(Value.of("1")).test(text("01"))).isFalse();
        assertThat(new ValueTest.Equals(Value.of("de")).test(text("DE"))).isFalse();
    }

    @Test
    void nullIsMissingAndPassesOnlyNegativeTests() {
        for (Optional<Value> nothing : List.of(MISSING, NULL)) {
            assertThat(new ValueTest.Exists(true).test(nothing)).isFalse();
            assertThat(new ValueTest.Exists(false).test(nothing)).isTrue();
            assertThat(new ValueTest.Not(new ValueTest.Equals(Value.of("DE"))).test(nothing))
                    .isTrue();
            assertThat(new ValueTest.Equals(Value.of("")).test(nothing)).isFalse();
            assertThat(new ValueTest.LessThan(BigDecimal.TEN).test(nothing)).isFalse();
        }
    }

    @Test
    void containsFindsAnItemOfAListOrAPartOfAText() {
        Optional<Value> list = Optional.of(Value.of(List.of(Value.of("shoes"), Value.of(3))));

        assertThat(new ValueTest.Contains(Value.of("shoes")).test(list)).isTrue();
        assertThat(new ValueTest.Contains(Value.of(3)).test(list)).isTrue();
        assertThat(new ValueTest.Contains(Value.of("shoe")).test(list)).isFalse();
        assertThat(new ValueTest.Contains(Value.of("shoe")).test(text("shoes"))).isTrue();
        assertThat(new ValueTest.StartsWith("sh").test(text("shoes"))).isTrue();
    }

    @Test
    void boundsAreStrictOnlyWhenTheySaySo() {
        Optional<Value> ten = Optional.of(Value.of(10));

        assertThat(atLeast("10").test(ten)).isTrue();
        assertThat(new ValueTest.AtMost(BigDecimal.TEN).test(ten)).isTrue();
        assertThat(new ValueTest.GreaterThan(BigDecimal.TEN).test(ten)).isFalse();
        assertThat(new ValueTest.LessThan(BigDecimal.TEN).test(ten)).isFalse();
        assertThat(new ValueTest.In(List.of(Value.of(9), Value.of(10))).test(ten))
                .isTrue();
    }

    private static ValueTest atLeast(String bound) {
        return new ValueTest.AtLeast(new BigDecimal(bound));
    }

    private static Optional<Value> text(String text) {
        return Optional.of(Value.of(text));
    }
}
