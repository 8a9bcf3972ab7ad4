package io.carillon.cleanse.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCleanserTest {
    private final CurrencyCleanser currencies = new CurrencyCleanser();

    @ParameterizedTest
    @CsvSource({
        "€,EUR",
        "$,USD",
        "US$,USD",
        "£,GBP",
        "¥,JPY",
        "円,JPY",
        "元,CNY",
        "₹,INR",
        "Rs.,INR",
        "R$,BRL",
        "zł,PLN",
        "Kč,CZK",
        "Ft,HUF",
        "lei,RON",
        "лв.,BGN",
        "руб.,RUB",
        "Р,RUB",
        "₽,RUB",
        "грн,UAH",
        "₴,UAH",
        "₸,KZT",
        "₺,TRY",
        "TL,TRY",
        "₪,ILS",
        "د.إ,AED",
        "KD,KWD",
        "ر.س,SAR",
        "฿,THB",
        "₫,VND",
        "Rp,IDR",
        "RM,MYR",
        "₱,PHP",
        "₩,KRW",
        "NT$,TWD",
        "HK$,HKD",
        "S$,SGD",
        "A$,AUD",
        "CA$,CAD",
        "NZ$,NZD",
        "MX$,MXN",
        "R,ZAR",
        "₦,NGN",
        "GH₵,GHS",
        "KSh,KES",
        "SFr.,CHF",
        "DM,DEM",
        "₾,GEL",
        "дин,RSD",
        "KM,BAM",
        "kr,SEK",
        "S/.,PEN",
        "B/.,PAB",
        "₡,CRC",
        "₲,PYG",
        "Q,GTQ",
        "CFA,XOF",
        "B$,BND",
        "eur,EUR",
        "Euro,EUR",
        "euros,EUR",
        "US dollar,USD",
        "Schweizer Franken,CHF",
        "livre sterling,GBP",
        "人民币,CNY",
        "złoty polski,PLN",
        "Euro (EUR),EUR",
        "USD $,USD",
        "российский рубль,RUB",
        "Japanese Yen,JPY",
        "dólar estadounidense,USD"
    })
    void aCurrencyIsKnownByItsSignAndItsName(String input, String code) {
        assertThat(currencies.cleanse(input, Hints.NONE).value()).isEqualTo(Value.of(code));
    }

    @Test
    void everyCodeOfTheJdkStandsForItself() {
        for (Currency currency : CurrencyCleanser.currencies().all()) {
            assertThat(currencies.code(currency.getCurrencyCode(), Hints.NONE)).contains(currency.getCurrencyCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "XXX", "bananas", "12", "₿"})
    void whatIsNoCurrencyIsNotValid(String input) {
        assertThat(currencies.cleanse(input, Hints.NONE).isValid()).isFalse();
    }

    @Test
    void aSharedSignIsNoCodeForWhoeverMustBeSure() {
        assertThat(currencies.code("$", Hints.NONE)).isEmpty();
        assertThat(currencies.code("$", Hints.NONE.withCountry("CA"))).contains("CAD");
    }

    @ParameterizedTest
    @CsvSource({"840,USD", "978,EUR", "008,ALL"})
    void aCurrencyIsKnownByItsNumber(String input, String code) {
        assertThat(currencies.code(input, Hints.NONE)).contains(code);
    }
}
