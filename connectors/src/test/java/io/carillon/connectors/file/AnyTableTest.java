package io.carillon.connectors.file;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.carillon.testkit.property.Chance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A table that another library wrote, in any dialect, reads back without a word about the dialect. */
class AnyTableTest {
    private static final List<String> NAMES =
            List.of("id", "E-Mail", "first name", "Straße", "notes", "Größe", "total", "city", "updated_at");
    private static final List<String> WORDS = List.of(
            "Jürgen",
            "Müller",
            "Zoë",
            "São Paulo",
            "it's",
            "5\" disk",
            "a, b",
            "x; y",
            "1,5",
            "12.30",
            "",
            "Köln",
            "line one\nline two",
            "\"quoted\"",
            "pipe | here",
            "tab\there",
            "jane@example.org",
            "déjà vu",
            "€ 5",
            "Ærø");
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"));

    private record Table(
            List<List<String>> rows,
            char delimiter,
            Charset encoding,
            boolean mark,
            boolean gzip,
            boolean always,
            LineDelimiter end) {}

    @Test
    void anyTableInAnyDialectReadsBack() {
        forAll(
                400,
                AnyTableTest::table,
                (table, _) -> assertThat(read(written(table))).isEqualTo(table.rows));
    }

    private static Table table(Chance chance) {
        int columns = chance.between(2, NAMES.size());
        var rows = new ArrayList<List<String>>();
        rows.add(NAMES.subList(0, columns));
        int count = chance.between(3, 40);
        for (int i = 0; i < count; i++) {
            var row = new ArrayList<String>();
            row.add(Integer.toString(i));
            while (row.size() < columns) row.add(chance.pick(WORDS));
            rows.add(row);
        }
        Charset encoding = chance.pick(ENCODINGS);
        boolean isWide = encoding.name().startsWith("UTF-16");
        return new Table(
                rows,
                chance.pick(List.of(',', ';', '\t', '|')),
                encoding,
                isWide || (encoding.equals(StandardCharsets.UTF_8) && chance.chance(0.5)),
                chance.chance(0.5),
                chance.chance(0.5),
                chance.chance(0.5) ? LineDelimiter.CRLF : LineDelimiter.LF);
    }

    private static byte[] written(Table table) {
        var text = new StringWriter();
        var settings = CsvWriter.builder().fieldSeparator(table.delimiter).lineDelimiter(table.end);
        if (table.always) settings.quoteStrategy(QuoteStrategies.ALWAYS);
        try {
            try (CsvWriter csv = settings.build(text)) {
                for (List<String> row : table.rows) csv.writeRecord(row);
            }
            var bytes = new ByteArrayOutputStream();
            try (OutputStream out = table.gzip ? new GZIPOutputStream(bytes) : bytes) {
                if (table.mark) out.write("\uFEFF".getBytes(table.encoding));
                out.write(text.toString().getBytes(table.encoding));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> read(byte[] bytes) {
        var rows = new ArrayList<List<String>>();
        try (var file = RecordFile.open(new ByteArrayInputStream(bytes), Wishes.NONE)) {
            for (Optional<Entry> next = file.next(); next.isPresent(); next = file.next()) {
                if (!(next.get() instanceof Entry.Read read)) throw new AssertionError(next.get());
                if (rows.isEmpty()) rows.add(List.copyOf(read.fields().fields().keySet()));
                rows.add(read.fields().fields().keySet().stream()
                        .map(name -> read.fields().text(name).orElseThrow())
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
