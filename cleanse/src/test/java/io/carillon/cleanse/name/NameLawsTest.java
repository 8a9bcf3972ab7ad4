package io.carillon.cleanse.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NameLawsTest {
    private static final NameCleanser NAMES = new NameCleanser();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final List<String> WORDS = List.of(
            "John",
            "Doe",
            "Jane",
            "McDonald",
            "O'Neill",
            "van",
            "der",
            "Berg",
            "de",
            "la",
            "Vega",
            "Dr.",
            "Mr.",
            "and",
            "&",
            "Mrs.",
            "Jr.",
            "III",
            "PhD",
            "J.",
            "R",
            "(Doc)",
            "\"Big Ben\"",
            "née",
            "Smith-Jones",
            "y",
            "e",
            "King",
            "Judge",
            "of",
            "the",
            ",",
            "V",
            "Ma",
            "Bank",
            "Inc",
            "MD",
            "St.",
            "al",
            "bin",
            "Anna",
            "Müller",
            "'t",
            "c/o",
            "Церковь",
            "太郎",
            "-",
            "'",
            "(",
            "7",
            "Rev.",
            "born",
            "Ph.",
            "D.");

    @Test
    void noTextMakesItThrow() {
        Seeds.forAll(
                2_000,
                NameLawsTest::anyText,
                (text, seed) ->
                        assertThat(NAMES.cleanse(text, Hints.NONE).input()).isEqualTo(text));
    }

    @Test
    void cleansingTheFullNameAgainGivesTheSameParts() {
        Seeds.forAll(5_000, NameLawsTest::words, (text, seed) -> {
            Cleansed once = NAMES.cleanse(text, Hints.NONE);
            if (!(once.value() instanceof Value.Fields value)) return;

            Cleansed again = NAMES.cleanse(value.text("full").orElseThrow(), Hints.NONE);

            assertThat(again.value()).as(text).isEqualTo(value);
        });
    }

    @Test
    void noWordIsLost() {
        Seeds.forAll(5_000, NameLawsTest::words, (text, seed) -> {
            if (!(NAMES.cleanse(text, Hints.NONE).value() instanceof Value.Fields value)) return;

            Set<String> lost = wordsOf(text);
            lost.removeAll(wordsOf(value.toString()));

            // These two say what the words beside them are, and the names of the parts say it too.
            lost.removeAll(Set.of("née", "born", "and", "c", "o"));
            assertThat(lost).as(text + " -> " + value).isEmpty();
        });
    }

    @Test
    void capitalsAndMixedCaseGiveTheSameParts() {
        Seeds.forAll(NameLawsTest::person, (text, seed) -> {
            String capitals = text.toUpperCase(Locale.ROOT);

            assertThat(parts(capitals)).isEqualTo(parts(text));
            assertThat(parts(text.toLowerCase(Locale.ROOT))).isEqualTo(parts(text));
        });
    }

    private static Map<String, String> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        if (NAMES.cleanse(text, Hints.NONE).value() instanceof Value.Fields value)
            value.fields().forEach((name, part) -> parts.put(name, part.toString()));
        return parts;
    }

    private static Set<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String anyText(Chance chance) {
        return chance
                .list(
                        0,
                        60,
                        c -> c.chance(0.4)
                                ? c.pick(List.of(
                                        " ", ",", "\"", "(", ")", "'", ".", "&", "-", "é", "a", "B", "de", "\uD800",
                                        "\uDC00", "株", "ا"))
                                : Character.toString(c.between(0, 0xFFFF)))
                .stream()
                .collect(Collectors.joining());
    }

    private static String words(Chance chance) {
        return String.join(" ", chance.list(1, 8, c -> c.pick(WORDS)));
    }

    /** A name as one would print it. */
    private static String person(Chance chance) {
        String title = chance.chance(0.3) ? chance.pick(List.of("Dr. ", "Mr. ", "Mrs. ", "Prof. ", "Herr ")) : "";
        String first = chance.pick(List.of("John", "Jane", "Anne-Marie", "Maria", "Robert"));
        String middle = chance.chance(0.4) ? chance.pick(List.of(" A.", " Q", " James", " Lee")) : "";
        String last = chance.pick(List.of(
                "Smith",
                "McDonald",
                "O'Neill",
                "van der Berg",
                "de la Vega",
                "Smith-Jones",
                "MacDonald",
                "Müller",
                "da Silva",
                "D'Angelo"));
        String suffix =
                chance.chance(0.3) ? chance.pick(List.of(" Jr.", " III", " PhD", ", MD", ", CPA, MBA", ", Esq.")) : "";
        String nickname = chance.chance(0.2) ? " (Bobby)" : "";
        return chance.chance(0.3)
                ? last + ", " + title + first + middle + suffix + nickname
                : title + first + middle + " " + last + suffix + nickname;
    }
}
