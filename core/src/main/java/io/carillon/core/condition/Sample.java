package io.carillon.core.condition;

import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;

/**
 * One occurrence and what it comes to.
 *
 * @param id a hash of the occurrence's id: tells two of one instant apart, and puts them in an order
 */
record Sample(Instant at, long id, Tally tally) implements Comparable<Sample> {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final Comparator<Sample> ORDER =
            Comparator.comparing(Sample::at).thenComparingLong(Sample::id);

    static Sample of(Stamp stamp, Tally tally) {
        return new Sample(stamp.at(), idOf(stamp.by()), tally);
    }

    /**
     * 64 bits, stable for ever: it is stored.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9923">RFC 9923, FNV-1a</a>
     */
    static long idOf(MessageId id) {
        long hash = FNV_OFFSET;
        for (byte each : id.text().getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        return hash;
    }

    @Override
    public int compareTo(Sample other) {
        return ORDER.compare(this, other);
    }
}
