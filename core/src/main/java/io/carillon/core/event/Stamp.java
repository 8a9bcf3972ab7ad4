package io.carillon.core.event;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;
import java.util.Comparator;

/** When something was said, and by which event: the order in which facts win, whatever the order of their arrival. */
public record Stamp(Instant at, MessageId by) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::at).thenComparing(Stamp::by);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Stamp other) {
        return compareTo(other) > 0;
    }

    public Stamp max(Stamp other) {
        return isAfter(other) ? this : other;
    }

    public void write(ByteWriter out) {
        out.instant(at);
        out.text(by.text());
    }

    public static Stamp read(ByteReader in) {
        return new Stamp(in.instant(), new MessageId(in.text()));
    }
}
