package io.carillon.cleanse.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Seeds;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyCleanserTest {
    private final MoneyCleanser money = new MoneyCleanser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $1,299.00 | 1299 USD
            1.299,00 € | 1299 EUR
            EUR 12 | 12 EUR
            12,50 | 12.5 null
            Rs. 1,000 | 1000 INR
            CHF 1'000.- | 1000 CHF
            CHF 1’000.– | 1000 CHF
            1 299,- | 1299 null
            R$ 1.234,56 | 1234.56 BRL
            1 234,56 zł | 1234.56 PLN
            £12 | 12 GBP
            12 p | 0.12 GBP
            50 cents | 0.5 USD
            ₹1,00,000 | 100000 INR
            1.299 | 1299 null
            0.299 | 0.299 null
            1.299 KWD | 1.2990 KWD
            12,500 DT | 12.5 TND
            $10 - $20 | 10 USD
            From 26 to 50 € | 26 EUR
            50 - $2.00 100 - $2.75 | 2 USD
            from $109.90 | 109.9 USD
            $15.95/mo | 15.95 USD
            &pound;12.50 | 12.5 GBP
            <b>12</b>&nbsp;&euro; | 12 EUR
            (12.00) | -12 null
            -12.00 | -12 null
            -$12.00 | -12 USD
            $-12.00 | -12 USD
            12.00- | -12 null
            ١٢٫٥٠ ر.س | 12.5 SAR
            ₹१,२३४.५ | 1234.5 INR
            ￥１，２９９ | 1299 JPY
            US$:12.99 | 12.99 USD
            AU $59.95 | 59.95 AUD
            $12.00 CAD | 12 CAD
            only a $12 fee | 12 USD
            12€50 | 12.5 EUR
            1250€ 600 | 1250 EUR
            $1.2M | 1200000 USD
            3,5 Mio. € | 3500000 EUR
            ₹5 lakh | 500000 INR
            500万円 | 5000000 JPY
            Top 10: 29.90 EUR | 29.9 EUR
            -10% 20 € | 20 EUR
            Free! | 0 null
            100 รวม ฿ | 100 THB
            """)
    void aPriceIsReadAsItsWriterMeantIt(String input, String expected) {
        assertThat(shown(money.cleanse(input, Hints.NONE))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"$,MX,MXN", "$,DE,USD", "kr,NO,NOK", "£,EG,EGP", "Rs,PK,PKR", "¥,CN,CNY", "R$,US,BRL"})
    void whatCurrenciesShareIsSettledByTheCountry(String sign, String country, String expected) {
        Cleansed cleansed = money.cleanse("5 " + sign, Hints.NONE.withCountry(country));

        assertThat(shown(cleansed)).isEqualTo("5 " + expected);
    }

    @Test
    void theMostUsualCurrencyOfASignIsNeverTakenSilently() {
        Cleansed cleansed = money.cleanse("$5", Hints.NONE);

        assertThat(cleansed.changes()).contains("taken for US Dollar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"40% OFF", "call us", "''", "12.05.2024", "1.23.45,6,7", "EUR"})
    void aTextWithoutAnAmountIsNotValid(String input) {
        Cleansed cleansed = money.cleanse(input, Hints.NONE);

        assertThat(cleansed.isValid()).isFalse();
        assertThat(((Value.Fields) cleansed.value()).get("amount")).contains(Value.Nothing.NOTHING);
    }

    @Test
    void whatIsPrintedIsReadAgainAsTheSame() {
        List<String> codes = CurrencyCleanser.currencies().all().stream()
                .map(java.util.Currency::getCurrencyCode)
                .toList();

        Seeds.forAll(
                chance -> {
                    BigDecimal amount =
                            BigDecimal.valueOf(chance.between(-1_000_000_000, 1_000_000_000), chance.between(0, 6));
                    return amount.toPlainString() + " " + chance.pick(codes);
                },
                (text, seed) -> {
                    String once = shown(money.cleanse(text, Hints.NONE));
                    assertThat(shown(money.cleanse(once, Hints.NONE))).isEqualTo(once);
                });
    }

    @Test
    void noTextMakesItThrow() {
        Seeds.forAll(
                MoneyTexts::any,
                (text, seed) ->
                        assertThat(money.cleanse(text, Hints.NONE).input()).isEqualTo(text));
    }

    private static String shown(Cleansed cleansed) {
        var fields = (Value.Fields) cleansed.value();
        String amount =
                fields.get("amount").orElseThrow() instanceof Value.Num(var number) ? number.toPlainString() : "null";
        return amount + " " + fields.text("currency").orElse("null");
    }

    @ParameterizedTest
    @CsvSource({"iPhone 12 $799,799 USD", "1.5M USD,1500000 USD", "1.5E+3,1500 null", "5€50,5.5 EUR"})
    void aSignBelongsToTheFigureAtWhichItStands(String input, String expected) {
        assertThat(shown(money.cleanse(input, Hints.NONE))).isEqualTo(expected);
    }

    @Test
    void theLowerEndOfARangeIsToldAlsoWhereTheCurrencyStandsBehindIt() {
        assertThat(money.cleanse("10-20 EUR", Hints.NONE).changes()).containsExactly("first amount of a range");
    }
}
