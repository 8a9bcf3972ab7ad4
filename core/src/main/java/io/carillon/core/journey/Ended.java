package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import java.time.Instant;
import java.util.Comparator;

/** What is kept of a run that ended: enough for re-entry, and to know it again after a merge. */
public record Ended(Stamp started, Instant at, RunEnd reason) {
    private static final Comparator<Ended> ORDER =
            Comparator.comparing(Ended::at).thenComparing(Ended::started).thenComparing(Ended::reason);

    Ended later(Ended other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    void write(ByteWriter out) {
        started.write(out);
        out.instant(at);
        out.constant(reason);
    }

    static Ended read(ByteReader in) {
        return new Ended(Stamp.read(in), in.instant(), in.constant(RunEnd.class));
    }
}
