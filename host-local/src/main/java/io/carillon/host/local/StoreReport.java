package io.carillon.host.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a store is.
 *
 * @param format as stored; {@code understood} is the newest that this Carillon reads
 * @param writer the Carillon that had it open last, if that one says so
 * @param clean whether the last run ended in order; always false while it is open
 * @param backlog messages between entities that wait, at most {@value #COUNT_MAX} counted
 * @param parked messages whose handler failed, at most {@value #COUNT_MAX} counted
 * @param damage what a reading of all blocks found; empty when nothing, or when it was not asked for
 */
public record StoreReport(
        long format,
        long understood,
        Optional<String> writer,
        int shards,
        long run,
        boolean clean,
        List<Part> parts,
        long backlog,
        long parked,
        WakeUps wakeUps,
        Optional<String> damage) {
    /** More rows of a kind are not counted one by one. */
    public static final int COUNT_MAX = 100_000;

    public StoreReport {
        parts = List.copyOf(parts);
    }

    /**
     * One kind of rows.
     *
     * @param rows estimated
     * @param bytes on disk
     */
    public record Part(String name, long rows, long bytes) {}

    /**
     * Agendas compared with the rows that see to them.
     *
     * @param entities compared, the first ones by address
     * @param isAll whether that is every entity
     * @param unreadable of those, whose state cannot be read
     * @param missing of those, who would not be woken in time
     * @param earliest the first row, due or stale
     */
    public record WakeUps(long entities, boolean isAll, long unreadable, long missing, Optional<Instant> earliest) {}

    /** Of one part, by its name; 0 when there is none. */
    public long rows(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .mapToLong(Part::rows)
                .sum();
    }
}
