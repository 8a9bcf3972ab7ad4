package io.carillon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a file of customers comes into an empty folder, from the first byte read to the last row durable: the command
 * that users run, without its start. Each row is somebody new with a user id, an e-mail address and a phone number.
 */
final class FilesIn {
    private static final int ROWS_A_SECOND = 20_000;
    private static final int MINUTES_MAX = 30;
    private static final List<String> FIRST = List.of("Ann", "Bob", "Zoë", "Jürgen", "Émile", "Li", "Ines", "Omar");
    private static final List<String> LAST = List.of("Smith", "Müller", "García", "de Vries", "O'Neill", "Wang");
    private static final List<String> CITIES = List.of("Berlin", "Köln", "Paris", "São Paulo", "Utrecht");

    private final Path launcher;
    private final Path folder;
    private final PrintStream progress;

    FilesIn(Path launcher, Path folder, PrintStream progress) {
        this.launcher = launcher;
        this.folder = folder;
        this.progress = progress;
    }

    /** @param seconds that it takes at {@value #ROWS_A_SECOND} rows a second */
    double rowsPerSecond(int seconds) throws IOException {
        Path file = folder.resolve("customers.csv");
        int rows = write(file, seconds * ROWS_A_SECOND);
        Path workspace = folder.resolve("import-workspace");
        Files.createDirectories(workspace);
        Files.writeString(workspace.resolve("workspace.yaml"), "workspace: shop\ntimezone: Europe/Berlin\n");
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, """
                mapping: customers
                country: DE
                actions:
                  - identify:
                      userId: customer_id
                      timestamp: {path: updated_at, as: date}
                      traits:
                        email: {path: email, as: email}
                        phone: {path: phone, as: phone}
                        firstName: first_name
                        lastName: last_name
                        newsletter: {path: newsletter, as: boolean}
                        points: {path: points, as: number}
                        address: {fields: {city: city, postalCode: zip}}
                """);
        String done = imported(file, workspace, mapping);
        double took = number(done, "millis") / 1e3;
        if (number(done, "taken") != rows) throw new IllegalStateException("not every row was taken: " + done);
        double rate = rows / took;
        progress.println("bench: import, %,d rows in %.1f s: %,.0f rows/s".formatted(rows, took, rate));
        return rate;
    }

    private String imported(Path file, Path workspace, Path mapping) throws IOException {
        Path log = folder.resolve("import.log");
        Path out = folder.resolve("import.out");
        Process process = new ProcessBuilder(
                        launcher.toString(),
                        "import",
                        file.toString(),
                        "--source",
                        "bench",
                        "--mapping",
                        mapping.toString(),
                        "--workspace",
                        workspace.toString(),
                        "--data",
                        folder.resolve("import-data").toString())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the import failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException("interrupted", e);
        }
        return Files.readString(out);
    }

    /** Of one line of JSON that is known. */
    private static double number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":([0-9]+)").matcher(json);
        if (!found.find()) throw new IllegalStateException("the import said no " + name + ": " + json);
        return Double.parseDouble(found.group(1));
    }

    private static int write(Path file, int rows) throws IOException {
        var random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("customer_id,first_name,last_name,email,phone,city,zip,newsletter,points,updated_at\n");
            for (int i = 0; i < rows; i++) {
                out.write("c%d,%s,%s,Person%d@Shop%d.example,030 %07d,%s,1%04d,%s,%d,2025-%02d-%02dT10:00:00Z%n"
                        .formatted(
                                i,
                                FIRST.get(random.nextInt(FIRST.size())),
                                LAST.get(random.nextInt(LAST.size())),
                                i,
                                i % 97,
                                i,
                                CITIES.get(random.nextInt(CITIES.size())),
                                i % 10_000,
                                i % 3 == 0 ? "yes" : "no",
                                random.nextInt(1_000),
                                1 + i % 12,
                                1 + i % 28));
            }
        }
        return rows;
    }
}
