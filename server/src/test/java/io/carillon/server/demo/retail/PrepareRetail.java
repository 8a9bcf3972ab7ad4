package io.carillon.server.demo.retail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the demo's two files of UCI Online Retail from its published tables, and says what it left out. It needs nothing
 * but a JDK:
 *
 * <pre>java server/src/test/java/io/carillon/server/demo/retail/PrepareRetail.java TABLES FILES</pre>
 *
 * {@code TABLES} is a folder of {@code *.csv.gz} with the columns InvoiceNo, StockCode, Description, Quantity,
 * InvoiceDate, UnitPrice, CustomerID, Country; {@code FILES} is where the two files go. Equal tables give equal files.
 */
final class PrepareRetail {
    private final Map<String, Map<String, Integer>> names = new TreeMap<>();
    private final Map<String, List<Row>> invoices = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** A line of the published tables. */
    record Row(
            String invoice,
            String code,
            String description,
            int quantity,
            String time,
            BigDecimal price,
            String customer,
            String country) {
        static Row of(List<String> cells) {
            return new Row(
                    cells.get(0),
                    cells.get(1).strip().toUpperCase(Locale.ROOT),
                    cells.get(2),
                    Integer.parseInt(cells.get(3)),
                    cells.get(4),
                    new BigDecimal(cells.get(5)),
                    cells.get(6),
                    cells.get(7));
        }

        boolean isProduct() {
            return code.matches("\\d{5}[A-Z]*");
        }
    }

    private PrepareRetail() {}

    public static void main(String[] arguments) throws IOException {
        var prepare = new PrepareRetail();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(arguments[0]), "*.csv.gz")) {
            var tables = new ArrayList<Path>();
            found.forEach(tables::add);
            Collections.sort(tables);
            for (Path table : tables) prepare.read(table);
        }
        prepare.write(Path.of(arguments[1]));
        prepare.counts.forEach((what, count) -> System.out.printf(Locale.ROOT, "%,9d %s%n", count, what));
    }

    private void read(Path table) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(table)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) take(Row.of(cells(line)));
        }
    }

    private void take(Row row) {
        count("rows read");
        if (row.isProduct() && !tidy(row.description()).isEmpty()) {
            names.computeIfAbsent(row.code(), _ -> new TreeMap<>()).merge(tidy(row.description()), 1, Integer::sum);
        }
        if (row.customer().isEmpty()) {
            count("rows left out: no customer");
        } else if (!row.isProduct()) {
            count("rows left out: no product (postage, discounts, charges, adjustments)");
        } else if (row.price().signum() <= 0) {
            count("rows left out: no price");
        } else {
            count("rows kept");
            invoices.computeIfAbsent(row.invoice(), _ -> new ArrayList<>()).add(row);
        }
    }

    private void write(Path folder) throws IOException {
        var byTime = new ArrayList<>(invoices.values());
        byTime.sort(Comparator.comparing((List<Row> rows) -> rows.getFirst().time())
                .thenComparing(rows -> rows.getFirst().invoice()));
        var sold = new TreeMap<String, String>();
        try (Writer out = file(folder.resolve("invoices.csv.gz"))) {
            out.write("invoice,customer,time,country,lines\n");
            for (List<Row> rows : byTime) {
                Row first = rows.getFirst();
                count(first.invoice().startsWith("C") ? "refunds kept" : "orders kept");
                var lines = new ArrayList<String>();
                for (Row row : rows) {
                    lines.add("%s:%d:%s"
                            .formatted(
                                    row.code(),
                                    Math.abs(row.quantity()),
                                    row.price().stripTrailingZeros().toPlainString()));
                    sold.put(row.code(), nameOf(row.code()));
                }
                out.write("%s,%s,%s,%s,%s\n"
                        .formatted(
                                first.invoice(),
                                first.customer(),
                                first.time().substring(0, 16),
                                first.country(),
                                String.join(" ", lines)));
            }
        }
        try (Writer out = file(folder.resolve("products.csv.gz"))) {
            out.write("code,name\n");
            for (var product : sold.entrySet()) out.write(product.getKey() + "," + product.getValue() + "\n");
        }
        counts.put("products kept", sold.size());
        counts.put("customers kept", (int) invoices.values().stream()
                .map(rows -> rows.getFirst().customer())
                .distinct()
                .count());
    }

    /** The name that most rows give it, of several the first by letter; with small letters, and no comma. */
    private String nameOf(String code) {
        Map<String, Integer> all = names.getOrDefault(code, Map.of(code, 1));
        int most = Collections.max(all.values());
        String name = all.keySet().stream()
                .filter(it -> all.getOrDefault(it, 0) == most)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    static String tidy(String description) {
        return description.replace(',', ' ').strip().replaceAll("\\s+", " ").replaceAll("[ .]+$", "");
    }

    /** Of one line of CSV; a cell in quotes may have commas and doubled quotes. */
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            if (c == '"' && quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                cell.append('"');
                index++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static Writer file(Path path) throws IOException {
        OutputStream packed = new GZIPOutputStream(Files.newOutputStream(path)) {
            {
                def.setLevel(9);
            }
        };
        return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
    }
}
