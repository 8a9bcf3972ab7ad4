package io.carillon.server.collect;

import io.carillon.core.codec.Bytes;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Calls in a file, one a line, read as the edge reads them; nothing is stored. */
public final class EventFile {
    private EventFile() {}

    /** How many lines there were, and of how many no event could be made. */
    public record Read(long lines, long unusable) {}

    /**
     * Reads all calls.
     *
     * @param file JSON lines; a name that ends in {@code .gz} is inflated
     * @throws IOException when it cannot be read
     */
    public static Read read(Path file, String source, Consumer<Event> events) throws IOException {
        var reader = new EventReader(() -> "line", _ -> Optional.empty(), new Cleansing(AvailableCleansers::of));
        Instant receivedAt = Files.getLastModifiedTime(file).toInstant();
        var envelope = new Envelope(
                source, receivedAt, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.empty());
        long lines = 0;
        long unusable = 0;
        try (InputStream in = Files.newInputStream(file);
                var text = new BufferedReader(new InputStreamReader(inflated(in, file), StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.isBlank()) continue;
                lines++;
                Optional<Event> event = event(line, reader, envelope);
                if (event.isPresent()) events.accept(event.get());
                else unusable++;
            }
        }
        return new Read(lines, unusable);
    }

    private static InputStream inflated(InputStream in, Path file) throws IOException {
        return String.valueOf(file.getFileName()).endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Optional<Event> event(String line, EventReader reader, Envelope envelope) {
        if (line.length() > Batch.CALL_BYTES_MAX) return Optional.empty();
        if (!(JsonReader.read(Bytes.utf8(line)) instanceof JsonReader.Parsed.Tree tree)) return Optional.empty();
        Optional<EventType> type = tree.root().text("type").flatMap(Batch::type);
        if (type.isEmpty()) return Optional.empty();
        return reader.read(tree.root(), type.get(), envelope) instanceof Reading.Usable(var event, var _)
                ? Optional.of(event)
                : Optional.empty();
    }
}
