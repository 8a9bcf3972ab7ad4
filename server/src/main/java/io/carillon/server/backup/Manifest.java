package io.carillon.server.backup;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a backup holds.
 *
 * @param at the instant that it shows, by the server's clock
 * @param carillon version that made it
 * @param wasRunning whether it was made of a running server
 */
public record Manifest(Instant at, String carillon, boolean wasRunning, List<Entry> files) {
    public static final String FILE = "manifest.json";

    /** Raised when an older Carillon could no longer restore what this one backs up. */
    static final int FORMAT = 1;

    static final int BYTES_MAX = 64 << 20;

    /**
     * One file.
     *
     * @param path in the data folder, with slashes: {@code store/000012.sst}
     * @param sha256 of its content, in hexadecimal digits
     */
    public record Entry(String path, long bytes, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
    }

    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    public String text() {
        var items = new ArrayList<Value>();
        for (Entry file : files) {
            var item = new LinkedHashMap<String, Value>();
            item.put("path", Value.of(file.path));
            item.put("bytes", Value.of(file.bytes));
            item.put("sha256", Value.of(file.sha256));
            items.add(new Value.Fields(item));
        }
        var all = new LinkedHashMap<String, Value>();
        all.put("backup", Value.of(FORMAT));
        all.put("at", Value.of(at.toString()));
        all.put("carillon", Value.of(carillon));
        all.put("wasRunning", Value.of(wasRunning));
        all.put("files", Value.of(items));
        return Json.write(new Value.Fields(all)) + "\n";
    }

    /**
     * Reads that of a backup.
     *
     * @throws IOException when there is none, or none that can be understood; the message says where and why
     */
    public static Manifest in(Path backup) throws IOException {
        Path file = backup.resolve(FILE);
        if (!Files.isDirectory(backup)) throw new IOException(backup + " is no folder");
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "%s has no %s: it is no backup, or one that was not finished".formatted(backup, FILE));
        }
        if (Files.size(file) > BYTES_MAX) throw new IOException(file + " is too large to be a manifest");
        return read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
    }

    static Manifest read(String text, String where) throws IOException {
        if (!(JsonReader.read(Bytes.utf8(text)) instanceof JsonReader.Parsed.Tree(var tree, var _))) {
            throw new IOException(where + " is not JSON");
        }
        long format = number(tree, "backup").orElse(0L);
        if (format > FORMAT) {
            throw new IOException(
                    "%s has backup format %d, written by Carillon %s; this one reads up to %d: use a newer one"
                            .formatted(where, format, tree.text("carillon").orElse("(unknown)"), FORMAT));
        }
        var files = new ArrayList<Entry>();
        if (format < 1 || !(tree.get("files").orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items))) {
            throw new IOException(where + " is not the manifest of a backup");
        }
        for (Value item : items) files.add(entry(item, where));
        try {
            boolean wasRunning =
                    tree.get("wasRunning").filter(Value.of(true)::equals).isPresent();
            String carillon = tree.text("carillon").orElse("(unknown)");
            return new Manifest(Instant.parse(tree.text("at").orElse("")), carillon, wasRunning, files);
        } catch (DateTimeException e) {
            throw new IOException(where + " does not say when the backup was made", e);
        }
    }

    private static Entry entry(Value item, String where) throws IOException {
        if (item instanceof Value.Fields file) {
            Optional<String> path = file.text("path").filter(Manifest::staysInside);
            Optional<Long> bytes = number(file, "bytes");
            Optional<String> sha256 = file.text("sha256");
            if (path.isPresent() && bytes.isPresent() && sha256.isPresent()) {
                return new Entry(path.get(), bytes.get(), sha256.get());
            }
        }
        throw new IOException("%s lists a file without a path in the data folder, a size and a checksum: %s"
                .formatted(where, Json.write(item)));
    }

    /** Neither absolute nor by way of a folder above. */
    static boolean staysInside(String path) {
        if (path.isEmpty() || path.contains("\\") || path.contains("\0")) return false;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
        }
        return true;
    }

    private static Optional<Long> number(Value.Fields of, String name) {
        return of.get(name)
                .filter(Value.Num.class::isInstance)
                .map(value -> ((Value.Num) value).number().longValue());
    }
}
