package io.carillon.cleanse.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.money.MoneyTexts;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCleanserTest {
    private final NumberCleanser numbers = new NumberCleanser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42 | 42
            1,299.50 | 1299.5
            1.299,50 | 1299.5
            1 299,50 | 1299.5
            1'299.50 | 1299.5
            1,00,000 | 100000
            1.144.000 | 1144000
            1.299 | 1299
            1.2990 | 1.2990
            0.299 | 0.299
            .75 | 0.75
            -7 | -7
            −7 | -7
            (7) | -7
            +7 | 7
            12.5% | 0.125
            5 ‰ | 0.005
            1.5e3 | 1500
            1,299e3 | 1.2990e3
            2×10^3 | 2000
            -1e-2 | -0.01
            ٤٢ | 42
            ４２ | 42
            """)
    void aNumberIsReadExactly(String input, java.math.BigDecimal expected) {
        Cleansed cleansed = numbers.cleanse(input, Hints.NONE);

        assertThat(((Value.Num) cleansed.value()).number()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "12 kg",
                "1e400",
                "1e999999999",
                "NaN",
                "Infinity",
                "1.2.3",
                "12.05.2024",
                "--5",
                "5-",
                "0x1F",
                "1,2,3"
            })
    void whatIsNoNumberIsNotValid(String input) {
        assertThat(numbers.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @Test
    void whatIsPrintedIsReadAgainAsTheSame() {
        Seeds.forAll(MoneyTexts::any, (text, seed) -> {
            if (numbers.cleanse(text, Hints.NONE).value() instanceof Value.Num(var number)) {
                Value again =
                        numbers.cleanse(number.toPlainString(), Hints.NONE).value();
                assertThat(((Value.Num) again).number()).isEqualByComparingTo(number);
            }
        });
    }
}
