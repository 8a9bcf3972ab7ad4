package io.carillon.cleanse.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCleanserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Doe, John | first John last Doe
            DOE JOHN A. | first John middle A. last Doe
            DUPONT Jean | first Jean last Dupont
            Dr. Juan Q. Xavier de la Vega III (Doc) | title Dr. first Juan middle Q. Xavier last de la Vega suffix III nickname Doc
            Berg, Jan van der | first Jan last van der Berg
            Hincapie Julie Ann, PhD | first Hincapie middle Julie last Ann suffix PhD
            Smith, Jr., John | first John last Smith suffix Jr.
            Smith Jr., John Paul | first John middle Paul last Smith suffix Jr.
            """)
    void theOrderOfTheNameIsFound(String input, String parts) {
        assertThat(parts(input)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            J. R. R. Tolkien | first J. middle R. R. last Tolkien
            J.R. Smith | first J.R. last Smith
            Osama bin Laden | first Osama last bin Laden
            Maria da Silva dos Santos | first Maria middle da Silva last dos Santos
            Jill St. John | first Jill last St. John
            Ludwig van Beethoven | first Ludwig last van Beethoven
            Van Johnson | first Van last Johnson
            de la Vega | last de la Vega
            Anna-Lena Müller-Lüdenscheidt | first Anna-Lena last Müller-Lüdenscheidt
            """)
    void particlesHyphensAndInitialsStayWhereTheyBelong(String input, String parts) {
        assertThat(parts(input)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RONALD MCDONALD | first Ronald last McDonald
            shaun o'neill | first Shaun last O'Neill
            FLORA MACDONALD | first Flora last MacDonald
            STELLA MACKEY | first Stella last Mackey
            JAN VAN DER BERG | first Jan last van der Berg
            ANNE-MARIE SMITH-JONES III | first Anne-Marie last Smith-Jones suffix III
            jane smith phd | first Jane last Smith suffix PhD
            DR. JOHN SMITH JR. | title Dr. first John last Smith suffix Jr.
            JW BYRD | first JW last Byrd
            Ronald Mcdonald | first Ronald last Mcdonald
            bell Hooks | first bell last Hooks
            """)
    void casingIsRestoredOnlyWhereTheInputHasNone(String input, String parts) {
        assertThat(parts(input)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Herr Prof. Dr. med. Hans Meyer | title Herr Prof. Dr. med. first Hans last Meyer
            Mme Marie Curie | title Mme first Marie last Curie
            Sra. Carmen Ruiz | title Sra. first Carmen last Ruiz
            Prof. Dr. ir. Jan de Vries | title Prof. Dr. ir. first Jan last de Vries
            Lt. Gen. John Doe, CPA, MBA | title Lt. Gen. first John last Doe suffix CPA, MBA
            John Smith, Esq. | first John last Smith suffix Esq.
            John Smith, Ph. D. | first John last Smith suffix Ph. D.
            Mr. Smith | title Mr. last Smith
            Sir Gerald | title Sir first Gerald
            Phil Smith | first Phil last Smith
            Jack Ma | first Jack last Ma
            """)
    void titlesAndSuffixesAreTold(String input, String parts) {
        assertThat(parts(input)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Benjamin "Big Ben" Franklin | first Benjamin last Franklin nickname Big Ben
            Franklin, Benjamin (Ben), Jr. | first Benjamin last Franklin suffix Jr. nickname Ben
            Robert 'Bob' Smith | first Robert last Smith nickname Bob
            La'tanya O'connor | first La'tanya last O'connor
            "Rick" Edmonds | last Edmonds nickname Rick
            Mary Smith née Jones | first Mary last Smith maiden Jones
            Anna Schmidt (geb. Meyer) | first Anna last Schmidt maiden Meyer
            """)
    void nicknamesAndMaidenNamesAreSetApart(String input, String parts) {
        assertThat(parts(input)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mr. and Mrs. John Smith | title Mr. first John last Smith | title Mrs. last Smith
            John & Jane Doe | first John last Doe | first Jane last Doe
            Mr. John Smith and Mrs. Jane Doe | title Mr. first John last Smith | title Mrs. first Jane last Doe
            Doe, John and Jane | first John last Doe | first Jane last Doe
            Ronald T. & Karen P. Lindsay | first Ronald middle T. last Lindsay | first Karen middle P. last Lindsay
            """)
    void couplesAreTwoPeople(String input, String one, String other) {
        Value.Fields value = value(input);

        assertThat(value.get("couple")).contains(Value.of(true));
        assertThat(parts(value)).isEqualTo(one);
        assertThat(parts(value.fields("second"))).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Inc",
                "Müller & Söhne GmbH & Co. KG",
                "Philips N.V.",
                "Kovács Kft.",
                "Orlen Sp. z o.o.",
                "BHP Pty Ltd",
                "Novo A/S",
                "Fiat S.p.A.",
                "Petrobras S.A.",
                "Nokia Oyj",
                "株式会社トヨタ",
                "ООО Ромашка",
                "삼성전자 주식회사",
                "University of Chicago",
                "First National Bank",
                "Mount Hope Church",
                "Cook County Dept of Health",
                "John Smith d/b/a Smith Plumbing",
                "Daley, Debofsky & Bryant",
                "miller for congress",
                "Walmart Stores"
            })
    void organisationsAreToldFromPeople(String input) {
        Value.Fields value = value(input);

        assertThat(value.get("company")).contains(Value.of(true));
        assertThat(value.text("full")).contains(input);
        assertThat(parts(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John Church",
                "Secretary of State Hillary Clinton",
                "Jane Banks",
                "Charles Van Loan",
                "Marco Polo",
                "Max Born"
            })
    void peopleAreNotTakenForOrganisations(String input) {
        assertThat(value(input).get("company")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            山田 太郎 | first 太郎 last 山田
            김철수 | first 철수 last 김
            王小明 | -
            Иванов Иван Петрович | first Иван middle Петрович last Иванов
            Анна Петровна Иванова | first Анна middle Петровна last Иванова
            ИВАН ИВАНОВ | -
            محمد علي | -
            𠮷野 家 | first 家 last 𠮷野
            """)
    void otherScriptsStayAsTheyAre(String input, String parts) {
        Value.Fields value = value(input);

        assertThat(value.text("full")).contains(input);
        assertThat(parts(value)).isEqualTo(parts == null ? "" : parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "test",
                "Test Test",
                "asdf",
                "n/a",
                "N.A.",
                "null",
                "123",
                "!!!",
                "jane@example.com",
                "<b>Jane</b>",
                "{{name}}",
                "xxxxx",
                "https://example.com"
            })
    void whatIsNoNameIsInvalidWithAReason(String input) {
        Cleansed cleansed = new NameCleanser().cleanse(input, Hints.NONE);

        assertThat(cleansed.isValid()).isFalse();
        assertThat(cleansed.value()).isEqualTo(Value.Nothing.NOTHING);
        assertThat(cleansed.reason().orElseThrow()).startsWith("name ").contains("expected");
    }

    @Test
    void everyChangeIsSaid() {
        Cleansed cleansed = new NameCleanser().cleanse("  DOE,  JOHN ", Hints.NONE);

        assertThat(cleansed.changes()).containsExactly("spaces", "family name was first", "title case");
        assertThat(new NameCleanser().cleanse("John Doe", Hints.NONE).changes()).isEmpty();
    }

    @Test
    void everyPartIsThereAndNullWhereThereIsNone() {
        assertThat(value("John Doe"))
                .hasToString("{\"title\":null,\"first\":\"John\",\"middle\":null,\"last\":\"Doe\",\"suffix\":null,"
                        + "\"nickname\":null,\"full\":\"John Doe\"}");
    }

    @Test
    void whoTakesTheMailInIsSetApart() {
        Value.Fields value = value("John Smith c/o Jane Doe");

        assertThat(parts(value)).isEqualTo("first John last Smith careOf Jane Doe");
        assertThat(value.text("full")).contains("John Smith c/o Jane Doe");
    }

    @Test
    void aTooLongInputIsNotLookedAt() {
        assertThat(new NameCleanser().cleanse("a".repeat(2_001), Hints.NONE).reason())
                .contains("name has 2001 characters; expected at most 2000");
    }

    private static String parts(String input) {
        return parts(value(input));
    }

    private static String parts(Value.Fields value) {
        return value.fields().entrySet().stream()
                .filter(part -> !part.getKey().equals("full") && part.getValue() instanceof Value.Text)
                .map(part -> part.getKey() + " " + value.text(part.getKey()).orElseThrow())
                .collect(Collectors.joining(" "));
    }

    private static Value.Fields value(String input) {
        return (Value.Fields) new NameCleanser().cleanse(input, Hints.NONE).value();
    }
}
