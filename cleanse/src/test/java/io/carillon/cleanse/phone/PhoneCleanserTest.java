package io.carillon.cleanse.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneCleanserTest {
    private final PhoneCleanser cleanser = new PhoneCleanser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "030 123456|DE|+4930123456|fixedLine",
                "0151 23456789|DE|+4915123456789|mobile",
                "0049 (0)30 / 12 34 56|DE|+4930123456|fixedLine",
                "+49 (0)30 123456||+4930123456|fixedLine",
                "0049 30 123456|US|+4930123456|fixedLine",
                "0049 30 123456||+4930123456|fixedLine",
                "Tel.: +49 30 123456||+4930123456|fixedLine",
                "tel:+49-30-123456||+4930123456|fixedLine",
                "＋４９ ３０ １２３４５６||+4930123456|fixedLine",
                "(212) 736-5000|US|+12127365000|fixedLineOrMobile",
                "1-800-FLOWERS|US|+18003569377|tollFree",
                "+44 (0)20 7946 0958||+442079460958|fixedLine",
                "+39 06 698 12345||+390669812345|fixedLine",
                "030 123456, 0151 23456789|DE|+4930123456|fixedLine",
                "030/123456|DE|+4930123456|fixedLine",
                "+49 30 123456 oder +49 151 23456789||+4930123456|fixedLine",
                "+49 30 123456 ext. 7||+4930123456|fixedLine"
            })
    void aNumberIsReadAsPeopleWriteIt(String input, String country, String e164, String type) {
        Cleansed cleansed = cleanser.cleanse(input, hints(country));

        assertThat(cleansed.reason()).as(cleansed.toString()).isEmpty();
        assertThat(text(cleansed, "e164")).contains(e164);
        assertThat(text(cleansed, "type")).contains(type);
    }

    @Test
    void anExtensionStandsByItself() {
        Cleansed cleansed = cleanser.cleanse("+49 30 123456 ext. 7", Hints.NONE);

        assertThat(text(cleansed, "extension")).contains("7");
        assertThat(cleansed.changes()).contains("extension taken out");
    }

    @Test
    void theFirstOfTwoNumbersIsTold() {
        assertThat(cleanser.cleanse("030 123456; 0151 23456789", hints("DE")).changes())
                .contains("first of 2 numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "000000000|DE",
                "1111111111|US",
                "123456789|",
                "030 123456|",
                "abc|DE",
                "12|DE",
                "+1 555 555 5555|",
                "+999 123456789|",
                "+49 1|",
                "+4930123456789012345|"
            })
    void whatIsNoNumberIsRefusedWithAReason(String input, String country) {
        Cleansed cleansed = cleanser.cleanse(input, hints(country));

        assertThat(cleansed.isValid()).as(cleansed.toString()).isFalse();
    }

    @Test
    void aRangeThatIsNotAssignedIsTold() {
        assertThat(cleanser.cleanse("+1 200 555 0123", Hints.NONE).reason())
                .contains("the length fits, but no such range is assigned in US");
    }

    private static Hints hints(@Nullable String country) {
        return country == null ? Hints.NONE : Hints.NONE.withCountry(country);
    }

    private static Optional<String> text(Cleansed cleansed, String field) {
        return cleansed.value() instanceof Value.Fields fields ? fields.text(field) : Optional.empty();
    }
}
