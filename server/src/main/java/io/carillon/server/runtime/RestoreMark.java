package io.carillon.server.runtime;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Says of a data folder that it came out of a backup. What was sent between the backup and the first start since, the
 * store does not know.
 *
 * @param backup the instant that it shows
 * @param goesOn the first start since, by the clock of the server; none before
 */
public record RestoreMark(Instant backup, Optional<Instant> goesOn) {
    private static final String FILE = "restored.json";
    private static final int BYTES_MAX = 4096;

    /** Takes the place of an earlier mark. */
    public static void write(Path data, Instant backup) throws IOException {
        new RestoreMark(backup, Optional.empty()).writeTo(data);
    }

    /**
     * The mark of a data folder, if it has one.
     *
     * @throws IOException when there is a mark that cannot be read: who deletes it lets marketing go on
     */
    public static Optional<RestoreMark> in(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        if (Files.size(file) <= BYTES_MAX
                && JsonReader.read(Bytes.utf8(Files.readString(file, StandardCharsets.UTF_8)))
                        instanceof JsonReader.Parsed.Tree(var tree, var _)) {
            try {
                return Optional.of(new RestoreMark(
                        Instant.parse(tree.text("backup").orElse("")),
                        tree.text("goesOn").map(Instant::parse)));
            } catch (DateTimeException e) {
                // said below
            }
        }
        throw new IOException(file + " cannot be read; it says that this data was restored from a backup, and when");
    }

    /** When this data goes on, if it was restored: noted at the first start. */
    static Optional<Instant> startedAt(Path data, Instant now) throws IOException {
        Optional<RestoreMark> mark = in(data);
        if (mark.isEmpty() || mark.get().goesOn.isPresent()) return mark.flatMap(RestoreMark::goesOn);
        new RestoreMark(mark.get().backup, Optional.of(now)).writeTo(data);
        return Optional.of(now);
    }

    private void writeTo(Path data) throws IOException {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("backup", Value.of(backup.toString()));
        goesOn.ifPresent(at -> fields.put("goesOn", Value.of(at.toString())));
        Path draft = data.resolve(FILE + ".new");
        Files.writeString(draft, Json.write(new Value.Fields(fields)) + "\n");
        Files.move(draft, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
