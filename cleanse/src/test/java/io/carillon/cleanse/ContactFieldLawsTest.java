package io.carillon.cleanse;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.date.DateCleanser;
import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.cleanse.email.EmailCleanser;
import io.carillon.cleanse.phone.PhoneCleanser;
import io.carillon.cleanse.url.UrlCleanser;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of e-mail addresses, phone numbers, dates and addresses of pages, whatever the text. */
class ContactFieldLawsTest {
    private static final List<String> SNIPPETS = List.of(
            "ada",
            "@",
            ".",
            "example.com",
            "gmail.com",
            "+",
            "-",
            "\"",
            "(",
            ")",
            "<",
            ">",
            "\\",
            " ",
            "\r\n",
            "\t",
            "\u200B",
            "\u00A0",
            "mailto:",
            "b\u00FCcher.de",
            "\u4F60\u597D",
            "xn--",
            "[",
            "]",
            "IPv6:",
            ",",
            ";",
            "+49",
            "(0)",
            "00",
            "030",
            "123456",
            "ext. 7",
            "tel:",
            "1-800-FLOWERS",
            "\uFF11\uFF12",
            "/",
            "31",
            "12",
            "1999",
            "99",
            ":",
            "T",
            "Z",
            "May",
            "Mai",
            "\u4EE4\u548C",
            "6",
            "\u5E74",
            "5",
            "\u6708",
            "\u65E5",
            "pm",
            "W",
            "https://",
            "www.",
            "?q=",
            "#",
            "%",
            "%20",
            "%zz",
            "\uD83D\uDE00",
            "\uD83D",
            "\u0130",
            "\u00DF",
            "javascript:",
            "0",
            "1717165800",
            "e\u0301",
            "h",
            "\u0E1E\u0E24\u0E29\u0E20\u0E32\u0E04\u0E21",
            "2567",
            "1403",
            "'",
            "_",
            "\u0000");

    private static final List<String> FORMS = List.of(
            "uuuu-MM-dd",
            "uuuu/MM/dd",
            "uuuu.M.d",
            "uuuuMMdd",
            "d MMMM uuuu",
            "MMMM d, uuuu",
            "EEEE, d MMMM uuuu",
            "EEE, d MMM uuuu",
            "dd-MMM-uuuu",
            "uuuu-DDD",
            "YYYY-'W'ww-e",
            "uuuu'\u5E74'M'\u6708'd'\u65E5'");

    private static final List<Locale> LANGUAGES = List.of(
            Locale.US,
            Locale.UK,
            Locale.GERMANY,
            Locale.FRANCE,
            Locale.ITALY,
            Locale.of("es"),
            Locale.of("pt"),
            Locale.of("nl"),
            Locale.of("pl"),
            Locale.of("cs"),
            Locale.of("sv"),
            Locale.of("tr"),
            Locale.of("ru"),
            Locale.of("el"),
            Locale.of("fi"),
            Locale.of("hu"),
            Locale.of("da"),
            Locale.of("nb"),
            Locale.of("ro"),
            Locale.of("uk"));

    private static String text(Chance chance) {
        return String.join("", chance.list(0, 9, it -> it.pick(SNIPPETS)));
    }

    @Test
    void nothingThrowsAndWhatIsInvalidHasAReason() {
        forAll(5_000, ContactFieldLawsTest::text, (text, seed) -> {
            for (Cleanser cleanser :
                    List.of(new EmailCleanser(), new PhoneCleanser(), new DateCleanser(), new UrlCleanser())) {
                for (Hints hints : List.of(
                        Hints.NONE,
                        Hints.NONE.withCountry("DE").withOrder(DateOrder.MDY),
                        Hints.NONE.withCountry("TH"),
                        Hints.NONE.withCountry("XX"))) {
                    Cleansed cleansed = cleanser.cleanse(text, hints);
                    assertThat(cleansed.input()).isEqualTo(text);
                    assertThat(cleansed.reason().filter(String::isBlank)).isEmpty();
                }
            }
        });
    }

    @Test
    void whatIsCleanStaysAsItIs() {
        forAll(5_000, ContactFieldLawsTest::text, (text, seed) -> {
            again(new EmailCleanser(), text, "address");
            again(new EmailCleanser(), text, "canonical");
            again(new PhoneCleanser(), text, "e164");
            again(new DateCleanser(), text, "iso");
            Cleansed url = new UrlCleanser().cleanse(text, Hints.NONE);
            if (url.isValid() && url.value() instanceof Value.Text(var clean)) {
                assertThat(new UrlCleanser().cleanse(clean, Hints.NONE).value()).isEqualTo(Value.of(clean));
            }
        });
    }

    private static void again(Cleanser cleanser, String text, String field) {
        Cleansed once = cleanser.cleanse(text, Hints.NONE);
        if (!once.isValid() || !(once.value() instanceof Value.Fields fields)) return;
        boolean ambiguous = fields.get("ambiguous").equals(Optional.of(Value.of(true)));
        Optional<String> clean = fields.text(field);
        if (clean.isEmpty() || ambiguous) return;
        Cleansed twice = cleanser.cleanse(clean.get(), Hints.NONE);
        assertThat(twice.value() instanceof Value.Fields other ? other.text(field) : Optional.empty())
                .as("%s of \"%s\"", field, text)
                .isEqualTo(clean);
    }

    @Test
    void whatIdentifiesIsWhatIsWrittenTo() {
        forAll(5_000, ContactFieldLawsTest::text, (text, seed) -> {
            Cleansed cleansed = new EmailCleanser().cleanse(text, Hints.NONE);

            if (cleansed.isValid() && cleansed.value() instanceof Value.Fields fields) {
                assertThat(EmailAddresses.normalise(text)).isEqualTo(fields.text("address"));
            }
        });
    }

    @Test
    void everyDateReadsBackInEachForm() {
        forAll(2_000, chance -> LocalDate.of(1800, 1, 1).plusDays(chance.between(0, 130_000)), (date, seed) -> {
            for (String form : FORMS) {
                for (Locale language : form.contains("M") && form.contains("MMM") ? LANGUAGES : List.of(Locale.US)) {
                    // The weeks of ISO begin on Monday; so do those of no country but by this name.
                    Locale locale = form.startsWith("Y") ? Locale.GERMANY : language;
                    String text = date.format(DateTimeFormatter.ofPattern(form, locale));
                    assertThat(iso(text, Hints.NONE))
                            .as("%s in %s", text, locale)
                            .isEqualTo(date.toString());
                }
            }
            String numbers = date.format(DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT));
            assertThat(iso(numbers, Hints.NONE.withOrder(DateOrder.DMY))).isEqualTo(date.toString());
            String american = date.format(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT));
            assertThat(iso(american, Hints.NONE.withOrder(DateOrder.MDY))).isEqualTo(date.toString());
        });
    }

    @Test
    void everyInstantReadsBackInEachForm() {
        forAll(
                2_000,
                chance -> LocalDateTime.ofEpochSecond(chance.between(1_000_000_000L, 4_000_000_000L), 0, ZoneOffset.UTC)
                        .atOffset(ZoneOffset.ofTotalSeconds(chance.between(-40, 40) * 900)),
                (time, seed) -> {
                    for (DateTimeFormatter form : List.of(
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                            DateTimeFormatter.RFC_1123_DATE_TIME,
                            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT),
                            DateTimeFormatter.ofPattern("EEE MMM dd uuuu HH:mm:ss 'GMT'xx", Locale.US),
                            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.US),
                            DateTimeFormatter.ofPattern("MMMM d, uuuu 'at' h:mm:ss a xxx", Locale.US))) {
                        String text = time.format(form);
                        assertThat(iso(text, Hints.NONE))
                                .as(text)
                                .isEqualTo(time.format(
                                        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)));
                    }
                    assertThat(iso(String.valueOf(time.toEpochSecond()), Hints.NONE))
                            .isEqualTo(time.withOffsetSameInstant(ZoneOffset.UTC)
                                    .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssX", Locale.ROOT)));
                });
    }

    private static String iso(String text, Hints hints) {
        return new DateCleanser().cleanse(text, hints).value() instanceof Value.Fields fields
                ? fields.text("iso").orElse("?")
                : "invalid";
    }
}
