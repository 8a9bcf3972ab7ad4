package io.carillon.server.imports;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What is kept of one import: the order, how far it is, what was rejected, and the file when it was sent here. */
public record ImportFolder(Path path) {
    private static final String ORDER = "order.json";
    private static final String PROGRESS = "progress.json";

    public String id() {
        return path.getFileName().toString();
    }

    /** The file, if it was sent to the server. */
    public Path upload() {
        return path.resolve("upload");
    }

    public Path rejects() {
        return path.resolve("rejects.csv");
    }

    boolean exists() {
        return Files.exists(path.resolve(ORDER));
    }

    ImportOrder order() throws IOException {
        Value.Fields kept = read(ORDER).orElseThrow(() -> new IOException(path.resolve(ORDER) + " is missing"));
        try {
            return ImportOrder.of(kept, java.time.Instant.EPOCH);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s".formatted(path.resolve(ORDER), e.getMessage()), e);
        }
    }

    Optional<ImportProgress> progress() throws IOException {
        return read(PROGRESS).map(ImportProgress::of);
    }

    void keep(ImportOrder order) throws IOException {
        Files.createDirectories(path);
        write(ORDER, order.toValue());
    }

    void keep(ImportProgress progress) throws IOException {
        write(PROGRESS, progress.toValue());
    }

    private Optional<Value.Fields> read(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) return Optional.empty();
        if (JsonReader.read(Bytes.wrap(Files.readAllBytes(file))) instanceof JsonReader.Parsed.Tree(var root, var _)) {
            return Optional.of(root);
        }
        throw new IOException(file + " is damaged: it is no JSON object");
    }

    /** Whole or not at all, also when the machine stops. */
    private void write(String name, Value.Fields value) throws IOException {
        Path draft = path.resolve(name + ".new");
        byte[] bytes = (Json.write(value) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
        Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
