package io.carillon.cleanse.address;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AddressLawsTest {
    private static final List<String> PIECES = List.of(
            "12",
            "12a",
            "Main",
            "St",
            "St.",
            "North",
            "N",
            "#",
            "Apt",
            "Suite",
            "400",
            "PO",
            "Box",
            "Chicago",
            "IL",
            "60601",
            ",",
            ";",
            "\n",
            "\\n",
            "\t",
            "(",
            ")",
            "-",
            "/",
            "&",
            "Hauptstr.",
            "10115",
            "Berlin",
            "rue",
            "de",
            "la",
            "Paix",
            "bis",
            "75002",
            "CEDEX",
            "1234",
            "AB",
            "Kerkstraat",
            "hs",
            "Rua",
            "s/n",
            "São",
            "Paulo",
            "SP",
            "01310-100",
            "Flat",
            "Road",
            "London",
            "SW1A",
            "1AA",
            "Surrey",
            "Germany",
            "USA",
            "Holland",
            "2º",
            "C/",
            "Postfach",
            "BP",
            "🏠",
            "ß",
            "İ",
            "٣",
            "'",
            "\"",
            "\u0000",
            "ő́",
            "中山路",
            "Highway",
            "County",
            "Rd",
            "Floor",
            "2nd",
            "attn",
            "RR",
            "HC",
            "Via",
            "Roma",
            "MI",
            "3/4",
            "1/2",
            "CA",
            "DE",
            "..",
            "@");
    private static final List<String> COUNTRIES =
            List.of("US", "GB", "DE", "FR", "NL", "BR", "AT", "CH", "BE", "ES", "IT", "CA", "AU", "JP", "", "zz");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final AddressCleanser cleanser = new AddressCleanser();

    private record Given(String text, Hints hints) {}

    private static Given any(Chance chance) {
        var text = new StringBuilder();
        int words = chance.between(0, 18);
        for (int at = 0; at < words; at++) text.append(chance.pick(PIECES)).append(chance.chance(0.2) ? "" : " ");
        return new Given(text.toString(), hints(chance.pick(COUNTRIES)));
    }

    private static Given realistic(Chance chance) {
        AddressCases.Case one = chance.pick(AddressCases.read());
        return new Given(one.input(), hints(chance.chance(0.25) ? chance.pick(COUNTRIES) : one.country()));
    }

    private static Hints hints(String country) {
        return country.isEmpty() ? Hints.NONE : Hints.NONE.withCountry(country);
    }

    @Test
    void anyTextIsReadAndTheSameTextAlike() {
        forAll(5_000, AddressLawsTest::any, (given, _) -> {
            Cleansed cleansed = cleanser.cleanse(given.text(), given.hints());

            assertThat(cleanser.cleanse(given.text(), given.hints())).isEqualTo(cleansed);
        });
    }

    @Test
    void itsOwnLinesAreReadAsTheSameAddress() {
        forAll(5_000, AddressLawsTest::any, (given, _) -> linesSayTheSame(given));
        forAll(AddressLawsTest::realistic, (given, _) -> linesSayTheSame(given));
    }

    private void linesSayTheSame(Given given) {
        Cleansed cleansed = cleanser.cleanse(given.text(), given.hints());
        if (!(cleansed.value() instanceof Value.Fields fields)) return;
        Hints hints = fields.text("country").map(Hints.NONE::withCountry).orElse(Hints.NONE);

        Cleansed again = cleanser.cleanse(String.join(", ", lines(fields)), hints);

        assertThat(again.value()).isEqualTo(cleansed.value());
    }

    @Test
    void everyPartStandsInTheLinesAndNoNumberIsLost() {
        forAll(5_000, AddressLawsTest::any, (given, _) -> nothingIsLost(given));
        forAll(AddressLawsTest::realistic, (given, _) -> nothingIsLost(given));
    }

    private void nothingIsLost(Given given) {
        Cleansed cleansed = cleanser.cleanse(given.text(), given.hints());
        if (!(cleansed.value() instanceof Value.Fields fields)) return;
        String lines = letters(String.join(" ", lines(fields)));

        for (String part : List.of("street", "houseNumber", "unit", "district", "city", "postalCode"))
            for (String word : words(fields.text(part))) assertThat(lines).contains(word);
        for (String word : words(Optional.of(given.text())))
            if (word.chars().allMatch(c -> c >= '0' && c <= '9'))
                assertThat(lines).contains(word);
    }

    private static List<String> words(Optional<String> text) {
        return text.map(words -> List.of(BETWEEN.split(words, -1))).orElse(List.of()).stream()
                .map(AddressLawsTest::letters)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String letters(String text) {
        return BETWEEN.matcher(Words.key(text)).replaceAll("");
    }

    private static List<String> lines(Value.Fields fields) {
        var lines = (Value.Items) fields.get("lines").orElseThrow();
        return lines.items().stream().map(line -> ((Value.Text) line).text()).toList();
    }
}
