package io.carillon.connectors.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file of records, open. For one thread; {@link #bytesRead()} for any. */
public final class RecordFile implements AutoCloseable {
    private static final int GZIP_1 = 0x1F;
    private static final int GZIP_2 = 0x8B;
    private static final int BUFFER_BYTES = 1 << 16;

    private final CountingInput counted;
    private final Dialect dialect;
    private final Records records;
    private long rows;
    private boolean ended;

    private RecordFile(CountingInput counted, Dialect dialect, Records records) {
        this.counted = counted;
        this.dialect = dialect;
        this.records = records;
    }

    /**
     * Opens a file and finds out what it is.
     *
     * @throws IOException when it cannot be read, or begins as gzip and is none
     */
    public static RecordFile open(Path file, Wishes wishes) throws IOException {
        return open(Files.newInputStream(file), wishes);
    }

    /** The same of a stream, which is closed with it. */
    public static RecordFile open(InputStream in, Wishes wishes) throws IOException {
        var counted = new CountingInput(in);
        try {
            return open(counted, wishes);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static RecordFile open(CountingInput counted, Wishes wishes) throws IOException {
        var buffered = new BufferedInputStream(counted, BUFFER_BYTES);
        boolean gzip = isGzip(buffered);
        InputStream plain = gzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
        byte[] head = plain.readNBytes(Detector.HEAD_BYTES);
        boolean isWhole = head.length < Detector.HEAD_BYTES;
        Detector.Found found = new Detector(head, isWhole, wishes).find(gzip);
        var rest = new ByteArrayInputStream(head, found.markBytes(), head.length - found.markBytes());
        Dialect dialect = found.dialect();
        Reader reader = Decoding.reader(new SequenceInputStream(rest, plain), dialect.encoding());
        Records records = switch (dialect.form()) {
            case CSV -> new CsvRecords(reader, dialect);
            case JSON_LINES -> new JsonLinesRecords(reader, dialect.encoding());
            case JSON -> new JsonRecords(reader);
        };
        return new RecordFile(counted, dialect, records);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_1 && in.read() == GZIP_2;
        in.reset();
        return gzip;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The next row; empty at the end. A file that breaks off ends in an {@link Entry.Unreadable}. */
    public Optional<Entry> next() {
        if (ended) return Optional.empty();
        try {
            Optional<Entry> next = records.next();
            if (next.isPresent()) rows = next.get().row();
            else ended = true;
            return next;
        } catch (IOException e) {
            ended = true;
            rows++;
            return Optional.of(new Entry.Unreadable(
                    rows,
                    0,
                    "",
                    "",
                    "the file breaks off here: "
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName())));
        }
    }

    /** Of the file as it lies there, packed or not. */
    public long bytesRead() {
        return counted.count();
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }
}
