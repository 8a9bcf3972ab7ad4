package io.carillon.server.imports;

import io.carillon.connectors.mapping.Conversions;
import io.carillon.server.runtime.Engine;
import io.carillon.server.runtime.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The imports of a server, one at a time; those that were under way when it ended go on. Thread-safe. */
public final class Imports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /** Where they are kept, in the data folder. */
    public static final String FOLDER = "imports";

    static final int KEPT_MAX = 1_000;
    static final int WAITING_MAX = 100;
    /** A file sent here has at most so many bytes, and leaves so many free on the disk. */
    static final long UPLOAD_BYTES_MAX = 50L << 30;

    private static final long FREE_BYTES_MIN = 1L << 30;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Engine engine;
    private final ImportJob job;
    private final Path root;
    private final LinkedBlockingQueue<ImportFolder> queue = new LinkedBlockingQueue<>();
    private final Map<String, ImportOrder> waiting = new TreeMap<>();
    private final Thread worker = new Thread(this::work, "imports");
    private volatile Optional<Going> going = Optional.empty();
    private volatile boolean closing;

    /** The one that runs now. */
    private static final class Going {
        private final String id;
        private final long begun = System.nanoTime();
        private volatile ImportProgress progress;
        private volatile long rowsBefore = -1;
        private volatile boolean stopped;

        Going(String id, ImportProgress progress) {
            this.id = id;
            this.progress = progress;
        }
    }

    /**
     * An import as it stands.
     *
     * @param rowsPerSecond since it began to run; 0 when it does not
     * @param secondsLeft at that rate; -1 when nobody knows
     */
    public record View(String id, ImportOrder order, ImportProgress progress, long rowsPerSecond, long secondsLeft) {}

    /** What came of sending a file. */
    public sealed interface Sent {
        /** It is taken up, or has been done before. */
        record Here(View view) implements Sent {}

        record Unknown() implements Sent {}

        /** The file has more bytes than there may be, or than there is room for. */
        record TooLarge(String why) implements Sent {}

        record Broken(String why) implements Sent {}
    }

    public Imports(Engine engine, Conversions conversions) {
        this.engine = engine;
        this.job = new ImportJob(engine, conversions);
        this.root = engine.data().path().resolve(FOLDER);
    }

    /** Goes on with what was under way. */
    public void start() {
        try {
            Files.createDirectories(root);
            removeParts();
            List<View> unfinished = new ArrayList<>(list());
            unfinished.removeIf(view -> view.progress().status().isOver());
            unfinished.sort(Comparator.comparing(view -> view.order().at()));
            for (View view : unfinished) queue.add(folder(view.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("the imports in " + root + " cannot be read", e);
        }
        worker.setDaemon(true);
        worker.start();
    }

    /** What an upload that was cut off left behind. */
    private void removeParts() throws IOException {
        try (Stream<Path> paths = Files.list(root)) {
            for (Path path : paths.toList()) if (path.toString().endsWith(".part")) Files.delete(path);
        }
    }

    /**
     * Waits for the file of an order.
     *
     * @return under which name to send it; empty when too many wait
     * @throws IllegalArgumentException when the mapping has problems
     */
    public Optional<String> expect(ImportOrder order, Conversions conversions) {
        order.mapping().ifPresent(text -> ImportJob.mapping(text, conversions));
        synchronized (waiting) {
            if (waiting.size() >= WAITING_MAX) return Optional.empty();
            String name = "new-" + UUID.randomUUID();
            waiting.put(name, order);
            return Optional.of(name);
        }
    }

    /** Takes the file that an order waits for. */
    public Sent take(String name, InputStream in) {
        Optional<ImportOrder> order;
        synchronized (waiting) {
            order = Optional.ofNullable(waiting.remove(name));
        }
        if (order.isEmpty()) return new Sent.Unknown();
        Path part = root.resolve(name + ".part");
        try {
            var fingerprint = new Fingerprint();
            Optional<String> refusal = receive(in, part, fingerprint);
            if (refusal.isPresent()) return new Sent.TooLarge(refusal.get());
            return new Sent.Here(adopt(order.get(), fingerprint, part));
        } catch (IOException e) {
            return new Sent.Broken("the file did not arrive whole: " + e.getMessage());
        } finally {
            delete(part);
        }
    }

    private Optional<String> receive(InputStream in, Path part, Fingerprint fingerprint) throws IOException {
        long size = 0;
        long checked = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > UPLOAD_BYTES_MAX) {
                    return Optional.of("a file may have %d bytes".formatted(UPLOAD_BYTES_MAX));
                }
                if (size >= checked) {
                    checked = size + (64L << 20);
                    if (Files.getFileStore(root).getUsableSpace() < FREE_BYTES_MIN) {
                        return Optional.of("the disk has less than 1 GiB left");
                    }
                }
                out.write(buffer, 0, read);
                fingerprint.add(buffer, read);
            }
        }
        return Optional.empty();
    }

    private synchronized View adopt(ImportOrder order, Fingerprint fingerprint, Path part) throws IOException {
        ImportFolder folder = folder(fingerprint.id(order));
        Optional<ImportProgress> before = folder.exists() ? folder.progress() : Optional.empty();
        boolean isUnderWay =
                before.filter(progress -> !progress.status().isOver()).isPresent();
        boolean isDone = before.filter(progress -> progress.status() == ImportProgress.Status.DONE)
                .isPresent();
        if (isUnderWay) return view(folder);
        if (isDone && !order.dryRun()) return repeated(view(folder));
        if (isDone) Folders.delete(folder.path());
        if (!folder.exists()) folder.keep(order);
        Files.move(part, folder.upload(), StandardCopyOption.REPLACE_EXISTING);
        folder.keep(folder.progress()
                .orElseGet(() -> ImportProgress.begin(ImportProgress.Status.QUEUED, engine.now()))
                .with(ImportProgress.Status.QUEUED, queuedAt(folder), ""));
        queue.add(folder);
        removeOldest();
        return view(folder);
    }

    /** When it was last noted how far it is stays: by it is judged what the host still remembers. */
    private java.time.Instant queuedAt(ImportFolder folder) throws IOException {
        return folder.progress().map(ImportProgress::at).orElse(engine.now());
    }

    /** Nothing happens a second time: what was taken is known. */
    static View repeated(View done) {
        Counts counts = done.progress().counts();
        ImportProgress before = done.progress();
        var now = new Counts(
                0, counts.taken() + counts.repeated(), counts.skipped(), counts.rejected(), 0, counts.leftOut());
        var progress = new ImportProgress(
                before.status(),
                now,
                before.rejectBytes(),
                before.bytes(),
                before.bytesAll(),
                before.at(),
                "this file was taken in before, with the same mapping, at %s; again takes it in once more"
                        .formatted(before.at()));
        return new View(done.id(), done.order(), progress, 0, 0);
    }

    private void removeOldest() throws IOException {
        List<View> all = list();
        for (int i = KEPT_MAX; i < all.size(); i++) {
            if (all.get(i).progress().status().isOver())
                Folders.delete(folder(all.get(i).id()).path());
        }
    }

    /** The newest first. */
    public List<View> list() throws IOException {
        var views = new ArrayList<View>();
        try (Stream<Path> paths = Files.list(root)) {
            for (Path path : paths.sorted().toList()) {
                var folder = new ImportFolder(path);
                if (Files.isDirectory(path)
                        && folder.exists()
                        && folder.progress().isPresent()) views.add(view(folder));
            }
        }
        views.sort(Comparator.comparing((View view) -> view.order().at()).reversed());
        return views;
    }

    public Optional<View> find(String id) throws IOException {
        if (!id.matches("imp-[0-9a-f]{1,40}")) return Optional.empty();
        ImportFolder folder = folder(id);
        return folder.exists() && folder.progress().isPresent() ? Optional.of(view(folder)) : Optional.empty();
    }

    /** What was rejected, up to the rows that are noted. */
    public Path rejects(String id) {
        return folder(id).rejects();
    }

    /** Ends it; what was taken in stays. Sent again, the same file goes on. */
    public void stop(String id) throws IOException {
        Optional<Going> now = going.filter(it -> it.id.equals(id));
        if (now.isPresent()) {
            now.get().stopped = true;
            return;
        }
        ImportFolder folder = folder(id);
        if (queue.remove(folder)) {
            ImportProgress progress = folder.progress().orElseThrow();
            folder.keep(progress.with(ImportProgress.Status.STOPPED, progress.at(), "stopped before it began"));
            delete(folder.upload());
        }
    }

    private View view(ImportFolder folder) throws IOException {
        Optional<Going> now = going.filter(it -> it.id.equals(folder.id()));
        ImportProgress kept = folder.progress().orElseThrow();
        if (now.isEmpty() || kept.status().isOver()) return new View(folder.id(), folder.order(), kept, 0, -1);
        ImportProgress progress = now.get().progress;
        double seconds = (System.nanoTime() - now.get().begun) / 1e9;
        long rows = progress.counts().rows() - Math.max(0, now.get().rowsBefore);
        long rate = seconds > 0 ? (long) (rows / seconds) : 0;
        long left = progress.bytes() <= 0 || progress.bytesAll() <= 0
                ? -1
                : (long) (seconds * (progress.bytesAll() - progress.bytes()) / progress.bytes());
        return new View(folder.id(), folder.order(), progress, rate, left);
    }

    private void work() {
        while (!closing) {
            try {
                ImportFolder folder = queue.poll(1, TimeUnit.SECONDS);
                if (folder != null) run(folder);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void run(ImportFolder folder) throws InterruptedException {
        try {
            ImportProgress before = folder.progress().orElseThrow();
            var now = new Going(folder.id(), before);
            now.rowsBefore = before.counts().rows();
            going = Optional.of(now);
            var control = new ImportRun.Control(
                    () -> ends(now), progress -> now.progress = progress, job.flaws(folder.order()));
            ImportProgress end = job.run(folder, folder.upload(), control);
            LOG.info(
                    "import {} {}: {} rows",
                    folder.id(),
                    end.status().word(),
                    end.counts().rows());
            if (end.status().isOver()) delete(folder.upload());
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} failed", folder.id(), e);
            fail(folder, String.valueOf(e.getMessage()));
        } finally {
            going = Optional.empty();
        }
    }

    private Optional<ImportProgress.Status> ends(Going now) {
        if (now.stopped) return Optional.of(ImportProgress.Status.STOPPED);
        return closing || !engine.isHealthy() ? Optional.of(ImportProgress.Status.QUEUED) : Optional.empty();
    }

    private void fail(ImportFolder folder, String why) {
        try {
            ImportProgress progress = folder.progress().orElseThrow();
            folder.keep(progress.with(ImportProgress.Status.FAILED, progress.at(), why));
            delete(folder.upload());
        } catch (IOException e) {
            LOG.error("import {} cannot be noted as failed", folder.id(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file, e.toString());
        }
    }

    private ImportFolder folder(String id) {
        return new ImportFolder(root.resolve(id));
    }

    /** Leaves what is under way where it is: it goes on at the next start. */
    @Override
    public void close() {
        closing = true;
        try {
            worker.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
