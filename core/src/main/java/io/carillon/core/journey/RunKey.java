package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Comparator;

/**
 * Names one person's way through a journey.
 *
 * @param key value of the trigger's key property, such as a cart id; empty when it has none
 */
public record RunKey(JourneyId journey, String key) implements Comparable<RunKey> {
    public static final int KEY_LENGTH_MAX = 200;

    private static final Comparator<RunKey> ORDER =
            Comparator.comparing((RunKey run) -> run.journey.text()).thenComparing(RunKey::key);

    @Override
    public int compareTo(RunKey other) {
        return ORDER.compare(this, other);
    }

    public void write(ByteWriter out) {
        out.text(journey.text());
        out.text(key);
    }

    public static RunKey read(ByteReader in) {
        return new RunKey(new JourneyId(in.text()), in.text());
    }
}
