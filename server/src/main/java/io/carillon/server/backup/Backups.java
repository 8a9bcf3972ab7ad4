package io.carillon.server.backup;

import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.Folders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups of a running server, one at a time. */
public final class Backups {
    /** Says how many bytes the files of a backup that is sent have. */
    public static final String BYTES_HEADER = "Carillon-Backup-Bytes";

    private static final String DATA = "data/";
    private static final int BUFFER = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final Engine engine;
    private final String version;
    private final AtomicBoolean isUnderWay = new AtomicBoolean();

    /**
     * Those of an engine.
     *
     * @param version of this Carillon
     */
    public Backups(Engine engine, String version) {
        this.engine = engine;
        this.version = version;
        sweep();
    }

    /** What an earlier run of the process left. */
    private void sweep() {
        try (Stream<Path> paths = Files.list(engine.data().path())) {
            for (Path path : paths.toList()) {
                Path name = path.getFileName();
                if (name != null && name.toString().startsWith(DataFiles.PASSING)) Folders.delete(path);
            }
        } catch (IOException e) {
            LOG.warn("what a broken backup left in the data folder cannot be deleted: {}", e.toString());
        }
    }

    /** Everything as of one instant; to be written once, or closed. */
    public final class Backup implements AutoCloseable {
        private final Instant at;
        private final Path copy;
        private final List<DataFiles.DataFile> files;
        private final long bytes;

        private Backup() throws IOException {
            at = engine.now();
            copy = Files.createTempDirectory(engine.data().path(), DataFiles.PASSING);
            Path store = copy.resolve("store");
            engine.copyStoreTo(store);
            files = DataFiles.of(engine.data().path(), store);
            long sum = 0;
            for (var file : files) sum += Files.size(file.file());
            bytes = sum;
        }

        public Instant at() {
            return at;
        }

        public long bytes() {
            return bytes;
        }

        /** As a ZIP, the manifest last: whoever has that has all. */
        public void writeTo(OutputStream out) throws IOException {
            try (this;
                    var zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER))) {
                zip.setLevel(Deflater.NO_COMPRESSION); // most of it is compressed
                var entries = new ArrayList<Manifest.Entry>();
                for (var file : files) {
                    zip.putNextEntry(new ZipEntry(DATA + file.path()));
                    try (InputStream in = Files.newInputStream(file.file())) {
                        Copying.Copied copied = Copying.copy(in, zip, _ -> {});
                        entries.add(new Manifest.Entry(file.path(), copied.bytes(), copied.sha256()));
                    }
                    zip.closeEntry();
                }
                zip.putNextEntry(new ZipEntry(Manifest.FILE));
                zip.write(new Manifest(at, version, true, entries).text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        @Override
        public void close() {
            try {
                Folders.delete(copy);
            } catch (IOException e) {
                LOG.warn("{} cannot be deleted; the next start does it: {}", copy, e.toString());
            } finally {
                isUnderWay.set(false);
            }
        }
    }

    /**
     * Settles what the backup shows.
     *
     * @return nothing while another one is being made
     * @throws IOException when the disk does not take it
     */
    public Optional<Backup> begin() throws IOException {
        if (!isUnderWay.compareAndSet(false, true)) return Optional.empty();
        boolean begun = false;
        try {
            var backup = new Backup();
            begun = true;
            LOG.info("a backup is being made: {} files, {} bytes", backup.files.size(), backup.bytes);
            return Optional.of(backup);
        } finally {
            if (!begun) {
                sweep();
                isUnderWay.set(false);
            }
        }
    }
}
