package io.carillon.server.demo.retail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A year of a shop, as it was.
 *
 * @param products by code
 * @param invoices in order of time
 */
public record Retail(Map<String, Product> products, List<Invoice> invoices) {
    /** The clock of the shop, and of the published times. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Before the first order, at the beginning of its day. */
    public static final Instant START = Instant.parse("2010-12-01T00:00:00Z");

    /** After the last order, at the end of its day. */
    public static final Instant END = Instant.parse("2011-12-10T00:00:00Z");

    /** The files packed beside this class. */
    public static Retail read() throws IOException {
        var products = new TreeMap<String, Product>();
        for (String line : lines("products.csv.gz")) {
            String[] cells = line.split(",", 2);
            products.put(cells[0], new Product(cells[0], cells[1]));
        }
        var invoices = new ArrayList<Invoice>();
        for (String line : lines("invoices.csv.gz")) invoices.add(invoice(line.split(",", 5), products));
        return new Retail(Collections.unmodifiableMap(products), List.copyOf(invoices));
    }

    private static Invoice invoice(String[] cells, Map<String, Product> products) {
        Instant at =
                LocalDateTime.parse(cells[2].replace(' ', 'T')).atZone(ZONE).toInstant();
        var lines = new ArrayList<Line>();
        for (String text : cells[4].split(" ", -1)) {
            String[] parts = text.split(":", 3);
            Product product = products.getOrDefault(parts[0], new Product(parts[0], parts[0]));
            lines.add(new Line(product, Integer.parseInt(parts[1]), new BigDecimal(parts[2])));
        }
        return new Invoice(cells[0], cells[1], at, cells[3], List.copyOf(lines));
    }

    /** Without the first, which names the columns. */
    private static List<String> lines(String name) throws IOException {
        InputStream found = Retail.class.getResourceAsStream(name);
        if (found == null) throw new IOException("the build lost " + name);
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(found), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).toList();
        }
    }
}
