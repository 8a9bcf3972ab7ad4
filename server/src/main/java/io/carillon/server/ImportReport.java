package io.carillon.server;

import io.carillon.server.imports.Counts;
import io.carillon.server.imports.ImportProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Says on stderr how far an import is, and at its end what became of every row. */
final class ImportReport {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream err;
    private final long begun = System.nanoTime();
    private long rowsBefore = -1;
    private long bytesBefore;
    private long said = System.nanoTime();

    ImportReport(PrintStream err) {
        this.err = err;
    }

    /** Once a second at most. */
    void step(ImportProgress progress) {
        if (rowsBefore < 0) {
            rowsBefore = progress.counts().rows();
            bytesBefore = progress.bytes();
            if (rowsBefore > 0) err.println(String.format(Locale.ROOT, "import: goes on after row %,d", rowsBefore));
        }
        long now = System.nanoTime();
        if (now - said < EVERY_NANOS) return;
        said = now;
        double seconds = (now - begun) / 1e9;
        long rows = progress.counts().rows();
        long rate = (long) ((rows - rowsBefore) / seconds);
        long bytes = progress.bytes() - bytesBefore;
        if (bytes <= 0 || progress.bytesAll() <= 0) {
            err.println(String.format(Locale.ROOT, "import: %,d rows, %,d rows/s", rows, rate));
            return;
        }
        long left = (long) Math.ceil(seconds * (progress.bytesAll() - progress.bytes()) / bytes);
        err.println(String.format(
                Locale.ROOT,
                "import: %,d rows, %,d rows/s, %d %%, %s left",
                rows,
                rate,
                100 * progress.bytes() / progress.bytesAll(),
                left < 120 ? left + " s" : (left + 59) / 60 + " min"));
    }

    /** Since the first row was begun. */
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    String totals(ImportProgress end, String rejects) {
        Counts counts = end.counts();
        var text = new StringBuilder("import: %s. ".formatted(end.status().word()));
        text.append(String.format(
                Locale.ROOT,
                "%,d rows = %,d taken + %,d repeated + %,d skipped + %,d rejected",
                counts.rows(),
                counts.taken(),
                counts.repeated(),
                counts.skipped(),
                counts.rejected()));
        if (counts.leftOut() > 0) {
            text.append(
                    String.format(Locale.ROOT, "; %,d values of taken rows left out or doubtful", counts.leftOut()));
        }
        if (counts.rejected() + counts.leftOut() > 0) text.append("; why: ").append(rejects);
        if (!end.note().isEmpty()) text.append("\nimport: ").append(end.note());
        return text.toString();
    }
}
