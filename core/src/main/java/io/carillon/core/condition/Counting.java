package io.carillon.core.condition;

import io.carillon.core.identity.CustomerRef;
import java.util.List;

/**
 * A person's whole history being counted again, part by part, while it goes on. Of their own rows those below the cut are
 * counted from the history, and what came later is counted as it happens: each exactly once.
 *
 * @param version of the {@link Tracking} that asks for it
 * @param counted so far
 * @param left whose histories are not counted to their end, the one under way first; never empty
 * @param from the first row of the one under way that is not counted
 * @param cut the first of their own rows that is counted as it happens
 */
public record Counting(String version, Behaviour counted, List<CustomerRef> left, long from, long cut) {
    public Counting {
        left = List.copyOf(left);
        if (left.isEmpty()) throw new IllegalArgumentException("a count is over when nothing is left");
    }

    /** Whose history is being counted. */
    public CustomerRef part() {
        return left.getFirst();
    }

    public boolean isFor(Tracking tracking) {
        return version.equals(tracking.version());
    }

    Counting observe(List<Occurrence> occurrences, Tracking tracking) {
        return new Counting(version, counted.observe(occurrences, tracking), left, from, cut);
    }

    /**
     * With some more rows of the part under way.
     *
     * @param next the first row after them
     */
    public Counting plus(Behaviour rows, long next, Tracking tracking) {
        return new Counting(version, Behaviour.merge(counted, rows, tracking), left, next, cut);
    }

    /** With the part under way counted to its end; only while another is left. */
    public Counting nextPart() {
        return new Counting(version, counted, left.subList(1, left.size()), 0, cut);
    }

    public boolean isLastPart() {
        return left.size() == 1;
    }
}
