package io.carillon.cleanse.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateCleanserTest {
    private final DateCleanser cleanser = new DateCleanser();

    @Test
    void theUsualFormsOfTheWorldAreRead() {
        List<String> wrong = new ArrayList<>();

        for (String line : FORMS.strip().split("\n", -1)) {
            String[] row = line.strip().split("\\s*→\\s*", -1);
            Cleansed cleansed = cleanser.cleanse(row[0], Hints.NONE);
            String said = said(cleansed);
            if (!said.equals(row[1]))
                wrong.add(row[0] + " → " + said + ", expected " + row[1] + " " + cleansed.reason());
        }

        assertThat(wrong).isEmpty();
    }

    private static final String FORMS = """
            2024-05-31 → 2024-05-31 day
            2024/05/31 → 2024-05-31 day
            2024.5.31 → 2024-05-31 day
            2024-05 → 2024-05 month
            05/2024 → 2024-05 month
            2024 → 2024 year
            20240531 → 2024-05-31 day
            31122024 → 2024-12-31 day
            --05-31 → --05-31 day
            31.05. → --05-31 day
            2024-W22-5 → 2024-05-31 day
            2024-152 → 2024-05-31 day
            31.12.1999 → 1999-12-31 day
            31. 12. 1999 → 1999-12-31 day
            12/31/99 → 1999-12-31 day
            99-12-31 → 1999-12-31 day
            31-12-1999 → 1999-12-31 day
            31/12/1999 → 1999-12-31 day
            05/05/2024 → 2024-05-05 day
            3 März 2024 → 2024-03-03 day
            3. März 2024 → 2024-03-03 day
            Sonntag, den 3. März 2024 → 2024-03-03 day
            So., 03.13.2024 → 2024-03-13 day
            1er janvier 2024 → 2024-01-01 day
            vendredi 31 mai 2024 → 2024-05-31 day
            31 août 2024 → 2024-08-31 day
            31 de mayo de 2024 → 2024-05-31 day
            31 mei 2024 → 2024-05-31 day
            31 maja 2024 r. → 2024-05-31 day
            31 мая 2024 г. → 2024-05-31 day
            31 травня 2024 р. → 2024-05-31 day
            2024. május 31. → 2024-05-31 day
            31 Mayıs 2024 → 2024-05-31 day
            31 maggio 2024 → 2024-05-31 day
            31 de maio de 2024 → 2024-05-31 day
            den 31 maj 2024 → 2024-05-31 day
            31. toukokuuta 2024 → 2024-05-31 day
            31. května 2024 → 2024-05-31 day
            31 Μαΐου 2024 → 2024-05-31 day
            31 พฤษภาคม 2567 → 2024-05-31 day
            29 กุมภาพันธ์ 2567 → 2024-02-29 day
            12 خرداد 1403 → 2024-06-01 day
            31 मई 2024 → 2024-05-31 day
            ٣١/٠٥/٢٠٢٤ → 2024-05-31 day
            May 31, 2024 → 2024-05-31 day
            May 31st, 2024 → 2024-05-31 day
            the 31st of May 2024 → 2024-05-31 day
            Fri, 31 May 2024 → 2024-05-31 day
            31-May-24 → 2024-05-31 day
            31-MAY-2024 → 2024-05-31 day
            31MAY2024 → 2024-05-31 day
            2024-May-31 → 2024-05-31 day
            Sept. 5, 2024 → 2024-09-05 day
            May 2024 → 2024-05 month
            Mai 2024 → 2024-05 month
            May '99 → 1999-05 month
            May 31 → --05-31 day ambiguous
            2024年5月31日 → 2024-05-31 day
            2024年5月31日(金) → 2024-05-31 day
            2024년 5월 31일 → 2024-05-31 day
            2024年5月 → 2024-05 month
            令和6年5月31日 → 2024-05-31 day
            令和元年5月1日 → 2019-05-01 day
            昭和64年1月7日 → 1989-01-07 day
            R6.5.31 → 2024-05-31 day
            民國113年5月31日 → 2024-05-31 day
            2024-05-31T14:30:00Z → 2024-05-31T14:30:00Z second
            2024-05-31T14:30:00.123Z → 2024-05-31T14:30:00.123Z millisecond
            2024-05-31T14:30:00.123456+02:00 → 2024-05-31T14:30:00.123456+02:00 microsecond
            2024-05-31T14:30+0200 → 2024-05-31T14:30+02:00 minute
            2024-05-31 14:30:00 +0200 → 2024-05-31T14:30:00+02:00 second
            2024-05-31 14:30 → 2024-05-31T14:30 minute
            2024-05-31 14:30:00 UTC → 2024-05-31T14:30:00Z second
            2024-05-31T14:30:00+02:00[Europe/Berlin] → 2024-05-31T14:30:00+02:00 second
            2024-05-31 14:30 Europe/Berlin → 2024-05-31T14:30+02:00 minute
            20240531T143000Z → 2024-05-31T14:30:00Z second
            20240531143000 → 2024-05-31T14:30:00 second
            Fri, 31 May 2024 14:30:00 GMT → 2024-05-31T14:30:00Z second
            Fri, 31 May 2024 14:30:00 +0200 → 2024-05-31T14:30:00+02:00 second
            Friday, 31-May-24 14:30:00 GMT → 2024-05-31T14:30:00Z second
            Fri May 31 14:30:00 2024 → 2024-05-31T14:30:00 second
            Fri May 31 14:30:00 CEST 2024 → 2024-05-31T14:30:00+02:00 second
            Fri May 31 2024 14:30:00 GMT+0200 (Central European Summer Time) → 2024-05-31T14:30:00+02:00 second
            31/May/2024:14:30:00 +0200 → 2024-05-31T14:30:00+02:00 second
            2024:05:31 14:30:00 → 2024-05-31T14:30:00 second
            5/31/2024 2:30 PM → 2024-05-31T14:30 minute
            5/31/2024, 2:30:00 p.m. → 2024-05-31T14:30:00 second
            May 31, 2024 at 2:30 PM → 2024-05-31T14:30 minute
            May 31, 2024 2pm → 2024-05-31T14:00 hour
            31.05.2024 14:30 Uhr → 2024-05-31T14:30 minute
            31.05.2024 um 14.30 Uhr → 2024-05-31T14:30 minute
            31/05/2024 14h30 → 2024-05-31T14:30 minute
            2024年5月31日 14時30分 → 2024-05-31T14:30 minute
            14:30 31/05/2024 → 2024-05-31T14:30 minute
            2024-05-31T24:00:00 → 2024-06-01T00:00:00 second
            2016-12-31T23:59:60Z → 2016-12-31T23:59:59Z second
            1717165800 → 2024-05-31T14:30:00Z second
            1717165800.25 → 2024-05-31T14:30:00.250Z millisecond
            1717165800123 → 2024-05-31T14:30:00.123Z millisecond
            1717165800123456 → 2024-05-31T14:30:00.123456Z microsecond
            -1000000000 → 1938-04-24T22:13:20Z second
            01/02/2024 → 2024-02-01 day ambiguous
            01.02.24 → 2024-02-01 day ambiguous
            1403/02/12 → 1403-02-12 day ambiguous
            31/05/2567 → 2567-05-31 day ambiguous
            31.02.2024 → invalid
            2023-02-29 → invalid
            2024-13-01 → invalid
            30 February 2024 → invalid
            平成50年1月1日 → invalid
            0000-00-00 → invalid
            0001-01-01T00:00:00 → invalid
            2024-05-31T25:00 → invalid
            2024-05-31 14:30 IST → invalid
            14:30 → invalid
            45432 → invalid
            yesterday → invalid
            n/a → invalid
            """;

    @Test
    void whatIsAmbiguousIsReadAsTheOrderSays() {
        assertThat(iso("01/02/2024", Hints.NONE.withOrder(DateOrder.MDY))).isEqualTo("2024-01-02 day");
        assertThat(iso("01/02/2024", Hints.NONE.withOrder(DateOrder.DMY))).isEqualTo("2024-02-01 day");
        assertThat(iso("12/31/1999", Hints.NONE.withOrder(DateOrder.DMY))).isEqualTo("1999-12-31 day");
        assertThat(iso("01-02-03", Hints.NONE.withOrder(DateOrder.YMD))).isEqualTo("2001-02-03 day");
        assertThat(cleanser.cleanse("12/31/1999", Hints.NONE.withOrder(DateOrder.DMY))
                        .changes())
                .containsExactly("another order than was hinted: it is the only one possible");
    }

    @Test
    void bothReadingsOfAnAmbiguousDateAreGiven() {
        Cleansed cleansed = cleanser.cleanse("01/02/2024", Hints.NONE);

        assertThat(cleansed.value().toString())
                .isEqualTo(
                        "{\"iso\":\"2024-02-01\",\"precision\":\"day\",\"ambiguous\":true,\"readings\":[\"2024-02-01\",\"2024-01-02\"]}");
        assertThat(cleansed.changes()).containsExactly("ambiguous");
    }

    @Test
    void theCountryDecidesTheCalendar() {
        assertThat(iso("31/05/2567", Hints.NONE.withCountry("TH"))).isEqualTo("2024-05-31 day");
        assertThat(iso("1403/02/31", Hints.NONE.withCountry("IR"))).isEqualTo("2024-05-20 day");
    }

    @Test
    void aYearOfTwoDigitsIsTold() {
        assertThat(cleanser.cleanse("31.12.99", Hints.NONE).changes()).containsExactly("two-digit year read as 1999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0", "12", "abc", "99999999999999999999", "-", "T", "年", "2024-05-31T", "31//2024"})
    void whatIsNoDateIsRefusedWithAReason(String text) {
        Cleansed cleansed = cleanser.cleanse(text, Hints.NONE);

        if (!cleansed.isValid()) assertThat(cleansed.reason()).isNotEqualTo(Optional.empty());
    }

    private String iso(String text, Hints hints) {
        return said(cleanser.cleanse(text, hints));
    }

    private static String said(Cleansed cleansed) {
        if (!cleansed.isValid() || !(cleansed.value() instanceof Value.Fields fields)) return "invalid";
        boolean ambiguous = fields.get("ambiguous").equals(Optional.of(Value.of(true)));
        return fields.text("iso").orElse("?") + " " + fields.text("precision").orElse("?")
                + (ambiguous ? " ambiguous" : "");
    }
}
