package io.carillon.connectors.file;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Json;
import io.carillon.testkit.hostile.Damage;
import io.carillon.testkit.hostile.JsonTexts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RecordFileTest {

    @Test
    void aRaggedRowIsRejectedWithItsLineAndTheRestGoesOn() {
        List<Entry> entries = read("id,name\n1,Ann\n2\n3,Bob,more\n4,Eve,\n");

        assertThat(shown(entries))
                .containsExactly(
                        "1@2 {\"id\":\"1\",\"name\":\"Ann\"}",
                        "2@3 ! has 1 columns; expected 2, as the first row has",
                        "3@4 ! has 3 columns; expected 2, as the first row has",
                        "4@5 {\"id\":\"4\",\"name\":\"Eve\"}");
    }

    @Test
    void aQuoteThatIsNeverClosedSwallowsNothing() {
        List<Entry> entries = read("id,name\n1,\"Ann\n2,Bob\n3,\"E, ve\"\n4,\"Kim\n5,Joe\n");

        assertThat(shown(entries))
                .containsExactly(
                        "1@2 ! text after a closing quote; a quote inside quotes must be doubled",
                        "2@3 {\"id\":\"2\",\"name\":\"Bob\"}",
                        "3@4 {\"id\":\"3\",\"name\":\"E, ve\"}",
                        "4@5 ! a quote that is never closed",
                        "5@6 {\"id\":\"5\",\"name\":\"Joe\"}");
    }

    @Test
    void anAnswerOfAnApiIsReadByTheListThatItWraps() {
        String records = "\"tags\":[\"a\"],\"customers\":[{\"id\":\"1\"},{\"id\":\"2\"}]}";

        assertThat(shown(read("{\"count\":2," + records))).containsExactly("1@0 {\"id\":\"1\"}", "2@0 {\"id\":\"2\"}");
        assertThat(shown(read("{\"note\":\"" + "x".repeat(100) + "\",\"customers\":[" + "{\"id\":\"1\"},".repeat(20_000)
                        + "{\"id\":\"2\"}]}")))
                .hasSize(20_001)
                .endsWith("20001@0 {\"id\":\"2\"}");
        assertThat(read("{\"count\":0,\n\"customers\":[]}")).isEmpty();
    }

    @Test
    void aRecordAloneThatHasAListIsOneRecord() {
        assertThat(shown(read("{\"id\":\"1\",\"lines\":[{\"sku\":\"a\"}]}")))
                .containsExactly("1@1 {\"id\":\"1\",\"lines\":[{\"sku\":\"a\"}]}");
    }

    @Test
    void aDocumentThatBreaksOffIsToldByTheRowInWhichItDoes() {
        assertThat(read("[{\"id\":\"1\"},{\"id\":")).extracting(Entry::row).containsExactly(1L, 2L);
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaks() {
        List<Entry> entries = read("id,name\r\n1,\"two\r\nlines\"\r\n\r\n2,Bob\r\n");

        assertThat(entries).extracting(Entry::line).containsExactly(2L, 5L);
    }

    @Test
    void bytesThatAreNotTheEncodingAreToldByColumn() {
        byte[] bytes = "id,name\n1,Zoë\n2,BAD\n3,Bob\n".getBytes(StandardCharsets.UTF_8);
        bytes["id,name\n1,Zoë\n2,".getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;

        List<Entry> entries = read(bytes, Wishes.of("", "UTF-8", "", "", ""));

        assertThat(entries.get(1)).isInstanceOfSatisfying(Entry.Unreadable.class, bad -> {
            assertThat(bad.column()).isEqualTo("name");
            assertThat(bad.reason()).contains("UTF-8");
        });
        assertThat(entries).hasSize(3);
    }

    @Test
    void whatIsKnownOfAFileOverrulesWhatIsFound() {
        List<Entry> entries =
                read("1;Ann\n2;Bob\n".getBytes(StandardCharsets.UTF_8), Wishes.of("", "", ",", "", "false"));

        assertThat(shown(entries)).containsExactly("1@1 {\"column1\":\"1;Ann\"}", "2@2 {\"column1\":\"2;Bob\"}");
    }

    @Test
    void aFirstRowOfValuesIsNoHeader() {
        List<Entry> entries = read("1,ann@example.org\n2,bob@example.org\n");

        assertThat(shown(entries).getFirst()).isEqualTo("1@1 {\"column1\":\"1\",\"column2\":\"ann@example.org\"}");
    }

    @Test
    void polishAndRussianAreReadInTheirOldEncodings() {
        for (String name : List.of("ISO-8859-2", "windows-1250")) {
            byte[] polish = "imię;miasto\nŁukasz;Łódź\nŻaneta;Gdańsk\nStanisław;Poznań\nMałgorzata;Wrocław\n"
                    .getBytes(Charset.forName(name));
            assertThat(shown(read(polish, Wishes.NONE)).get(2)).as(name).contains("Stanisław", "Poznań");
        }
        byte[] russian = "имя;город\nАнна;Москва\nБорис;Казань\n".getBytes(Charset.forName("windows-1251"));
        assertThat(shown(read(russian, Wishes.NONE)).getFirst()).contains("Анна", "Москва");
    }

    @Test
    void jsonLinesAreReadOneByOne() {
        List<Entry> entries = read("{\"id\":1,\"a\":{\"b\":[1,2]}}\n\nnonsense\n[1]\n{\"id\":2}\n");

        assertThat(shown(entries))
                .containsExactly(
                        "1@1 {\"id\":1,\"a\":{\"b\":[1,2]}}",
                        entry(entries, 1),
                        "3@4 ! is not a JSON object; expected {…}",
                        "4@5 {\"id\":2}");
        assertThat(entry(entries, 1)).startsWith("2@3 ! is not JSON at column");
    }

    @Test
    void aListInsideADocumentIsFound() {
        List<Entry> entries =
                read("{\n \"meta\": {\"n\": 2},\n \"customers\": [\n  {\"id\": 1},\n  7,\n  {\"id\": 2}\n ]\n}\n");

        assertThat(shown(entries))
                .containsExactly("1@0 {\"id\":1}", "2@0 ! is not a JSON object; expected {…}", "3@0 {\"id\":2}");
    }

    @Test
    void anObjectThatIsTooLongIsPassedOver() {
        String long_ = "[{\"id\":1},{\"id\":2,\"x\":[" + "\"0123456789\",".repeat(200_000) + "0]},{\"id\":3}]";

        List<Entry> entries = read(long_);

        assertThat(shown(entries))
                .containsExactly(
                        "1@0 {\"id\":1}", "2@0 ! is an object of more than 1048576 characters", "3@0 {\"id\":3}");
    }

    @Test
    void aRowThatIsTooLongIsPassedOver() {
        List<Entry> entries = read("id,name\n1," + "x".repeat(3 << 20) + "\n2,Bob\n");

        assertThat(shown(entries).getLast()).isEqualTo("2@3 {\"id\":\"2\",\"name\":\"Bob\"}");
        assertThat(entries).hasSize(2);
    }

    @Test
    void aPackedFileThatBreaksOffSaysSo() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100_000; i++)
                gzip.write("%d,name%d\n".formatted(i, i * 31).getBytes(StandardCharsets.UTF_8));
        }

        List<Entry> entries =
                read(Arrays.copyOf(packed.toByteArray(), packed.size() / 2), Wishes.of("csv", "", ",", "", "false"));

        assertThat(entries.size()).isGreaterThan(1_000);
        assertThat(shown(entries).getLast()).contains("the file breaks off here");
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertThat(read("")).isEmpty();
        assertThat(read("id,name\n")).isEmpty();
    }

    @Test
    void whateverIsInAFileItIsReadToItsEnd() {
        forAll(
                300,
                chance -> {
                    String good = chance.chance(0.5)
                            ? "id;name\n1;\"Ann\"\n2;Bob\n".repeat(chance.between(1, 30))
                            : (JsonTexts.nested(chance) + "\n").repeat(chance.between(1, 5));
                    return Damage.of(good.getBytes(StandardCharsets.UTF_8), chance);
                },
                (bytes, _) -> assertThat(read(bytes, Wishes.NONE)).isNotNull());
    }

    private static String entry(List<Entry> entries, int index) {
        return shown(entries).get(index);
    }

    private static List<String> shown(List<Entry> entries) {
        return entries.stream()
                .map(entry -> switch (entry) {
                    case Entry.Read(var row, var line, var fields) ->
                        "%d@%d %s".formatted(row, line, Json.write(fields));
                    case Entry.Unreadable bad -> "%d@%d ! %s".formatted(bad.row(), bad.line(), bad.reason());
                })
                .toList();
    }

    private static List<Entry> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), Wishes.NONE);
    }

    private static List<Entry> read(byte[] bytes, Wishes wishes) {
        var entries = new ArrayList<Entry>();
        try (var file = RecordFile.open(new ByteArrayInputStream(bytes), wishes)) {
            for (Optional<Entry> next = file.next(); next.isPresent(); next = file.next()) entries.add(next.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
