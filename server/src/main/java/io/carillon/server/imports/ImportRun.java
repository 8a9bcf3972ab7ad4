package io.carillon.server.imports;

import io.carillon.connectors.file.Entry;
import io.carillon.connectors.file.RecordFile;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes through one file once. Many rows are under way at a time; what is done is noted in the order of the rows, and only
 * when it is durable. A run that is cut off is begun again by another: rows that are noted are passed over, and those that
 * were under way are handed in again under the same message ids, which are known where they have arrived.
 */
final class ImportRun {
    private static final int BATCH_ROWS = 500;
    /** Enough to keep the host busy; more would only fill memory. */
    private static final int BATCHES_MAX = 6;

    private static final int NOTE_EVERY_ROWS = 20_000;
    private static final long NOTE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** No run has more rows under way, or done, that are not noted yet. */
    static final long UNNOTED_MAX = NOTE_EVERY_ROWS + (long) BATCH_ROWS * (BATCHES_MAX + 1);

    private static final long LOOK_MILLIS = 200;
    private static final long FULL_MILLIS = 2;

    private final ImportFolder folder;
    private final Path file;
    private final Host<?> host;
    private final InstantSource clock;
    private final Control control;
    private ImportProgress progress;
    private long notedAt;
    private long notedRows;

    /**
     * What others do with a run.
     *
     * @param ends as what it shall end here and now; empty to go on
     * @param told of each step forward
     * @param flaws told of what is wrong with rows that are done
     */
    record Control(Supplier<Optional<ImportProgress.Status>> ends, Consumer<ImportProgress> told, FlawCounts flaws) {}

    ImportRun(ImportFolder folder, Path file, Host<?> host, InstantSource clock, Control control) throws IOException {
        this.folder = folder;
        this.file = file;
        this.host = host;
        this.clock = clock;
        this.control = control;
        this.progress =
                folder.progress().orElseGet(() -> ImportProgress.begin(ImportProgress.Status.QUEUED, clock.instant()));
    }

    /**
     * Runs until the file ends, or it shall end: what was under way then is not noted, and is handed in again by the next.
     *
     * @param rows what each row means
     * @param known tells what has arrived, of rows that were under way when an earlier run was cut off; empty when the
     *     host remembers it
     * @throws IOException when the file, or what is kept of the import, cannot be read or written
     */
    ImportProgress run(ImportOrder order, Rows rows, Optional<Arrived> known) throws IOException, InterruptedException {
        long done = progress.counts().rows();
        boolean isResumed = progress.bytesAll() > 0;
        long mineUpTo = isResumed ? done + UNNOTED_MAX : 0;
        note(begun(isResumed ? progress.at() : clock.instant()));
        try (var records = RecordFile.open(file, order.fileWishes());
                var rejects = new Rejects(folder.rejects(), progress.rejectBytes())) {
            var open = new ArrayDeque<Batch>();
            var batch = new Batch();
            for (Optional<Entry> next = records.next(); next.isPresent(); next = records.next()) {
                if (next.get().row() <= done) continue;
                Rows.Row row = rows.of(next.get());
                Batch.Answered answered = batch.add(row);
                if (order.dryRun()) row.submissions().forEach(_ -> answered.by(DryRun.TAKEN));
                else if (!handIn(row, answered, row.number() <= mineUpTo ? known : Optional.empty())) break;
                if (batch.size() < BATCH_ROWS) continue;
                batch.close(records.bytesRead());
                open.add(batch);
                batch = new Batch();
                if (!settle(open, BATCHES_MAX - 1, mineUpTo, rejects)) break;
            }
            batch.close(records.bytesRead());
            open.add(batch);
            boolean isAll = control.ends().get().isEmpty() && settle(open, 0, mineUpTo, rejects);
            keepRejects(rejects);
            var end = isAll ? ImportProgress.Status.DONE : control.ends().get().orElse(ImportProgress.Status.STOPPED);
            note(progress.with(end, isAll ? clock.instant() : progress.at(), ""));
            return progress;
        }
    }

    private ImportProgress begun(Instant at) throws IOException {
        return new ImportProgress(
                ImportProgress.Status.RUNNING,
                progress.counts(),
                progress.rejectBytes(),
                progress.bytes(),
                Math.max(1, Files.size(file)),
                at,
                "");
    }

    /** @return false when it shall end here */
    private boolean handIn(Rows.Row row, Batch.Answered answered, Optional<Arrived> known) throws InterruptedException {
        for (Submission submission : row.submissions()) {
            if (known.isPresent() && known.get().has(submission)) {
                answered.by(Arrived.KNOWN);
                continue;
            }
            while (!host.submit(submission.to(), Lane.BULK, submission::message, answered::by)) {
                if (control.ends().get().isPresent()) return false;
                TimeUnit.MILLISECONDS.sleep(FULL_MILLIS);
            }
        }
        return true;
    }

    /**
     * Counts the oldest batches, as long as they are done, and waits for them while there are too many.
     *
     * @return false when it shall end here
     */
    private boolean settle(Deque<Batch> open, int most, long mineUpTo, Rejects rejects)
            throws IOException, InterruptedException {
        while (!open.isEmpty()) {
            boolean isDone = open.element().await(open.size() > most ? LOOK_MILLIS : 0);
            if (control.ends().get().isPresent()) return false;
            if (isDone) count(open.remove(), mineUpTo, rejects);
            else if (open.size() <= most) return true;
        }
        return true;
    }

    private void count(Batch batch, long mineUpTo, Rejects rejects) throws IOException {
        batch.rows().forEach(row -> {
            rejects.add(row);
            control.flaws().add(row);
        });
        progress = new ImportProgress(
                ImportProgress.Status.RUNNING,
                progress.counts().plus(batch.counts(mineUpTo)),
                progress.rejectBytes(),
                batch.bytes(),
                progress.bytesAll(),
                // Of rows that an earlier run had under way it says when that was, until all of them are done.
                progress.counts().rows() < mineUpTo ? progress.at() : clock.instant(),
                "");
        boolean isDue = System.nanoTime() - notedAt >= NOTE_EVERY_NANOS
                || progress.counts().rows() - notedRows >= NOTE_EVERY_ROWS;
        if (!isDue) return;
        keepRejects(rejects);
        note(progress);
    }

    private void keepRejects(Rejects rejects) throws IOException {
        progress = new ImportProgress(
                progress.status(),
                progress.counts(),
                rejects.flush(),
                progress.bytes(),
                progress.bytesAll(),
                progress.at(),
                progress.note());
    }

    private void note(ImportProgress now) throws IOException {
        folder.keep(now);
        progress = now;
        notedAt = System.nanoTime();
        notedRows = now.counts().rows();
        control.flaws().tell();
        control.told().accept(now);
    }
}
