package io.carillon.server.imports;

import io.carillon.connectors.mapping.Flaw;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The rows and values that could not be used, as CSV: {@code row,line,column,value,reason,effect}. */
final class Rejects implements AutoCloseable {
    static final String HEADER = "row,line,column,value,reason,effect\r\n";

    private final FileChannel channel;
    private final StringBuilder pending = new StringBuilder();
    private long bytes;

    /**
     * Opens the file and goes on where it ended.
     *
     * @param bytes so much of it holds; what a run that was cut off wrote after it goes
     */
    Rejects(Path file, long bytes) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(bytes);
        channel.position(Math.min(bytes, channel.size()));
        this.bytes = channel.position();
        if (this.bytes == 0) pending.append(HEADER);
    }

    void add(Batch.Handed row) {
        for (RowFlaw flaw : row.flaws()) {
            RowFlaw.Effect effect = row.isRejected() ? RowFlaw.Effect.ROW_REJECTED : flaw.effect();
            add(row.number(), row.line(), flaw.flaw(), effect);
        }
    }

    private void add(long row, long line, Flaw flaw, RowFlaw.Effect effect) {
        pending.append(row).append(',');
        if (line > 0) pending.append(line);
        pending.append(',');
        quoted(flaw.column());
        pending.append(',');
        quoted(flaw.value());
        pending.append(',');
        quoted(flaw.reason());
        pending.append(',').append(effect.words()).append("\r\n");
    }

    private void quoted(String text) {
        if (text.isEmpty()) return;
        pending.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    /** Makes durable what was added, and says how long the file is. */
    long flush() throws IOException {
        if (!pending.isEmpty()) {
            var buffer = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
            bytes += buffer.remaining();
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(false);
            pending.setLength(0);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
