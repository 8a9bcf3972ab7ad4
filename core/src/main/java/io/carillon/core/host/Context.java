package io.carillon.core.host;

import java.time.Instant;
import java.util.List;

/**
 * Everything a step may read besides its state and its message.
 *
 * @param <K> knowledge: an immutable snapshot of definitions and models, the same throughout the step
 */
public interface Context<K> {
    Address self();

    /** The shard's clock when the step began: never before the {@code now} of an earlier step of this shard. */
    Instant now();

    /** Number of this start of the process, from 1, one more at each start. */
    long run();

    K knowledge();

    /** Whether this entity said {@link Effect.Remember} of the key lately (at least {@link Limits#MEMORY}). */
    boolean remembers(String key);

    /** How many history rows this entity has had, those of earlier steps only: the number of the next one. */
    long historySize();

    /**
     * History rows of this entity, oldest first: those of so many numbers, without rows that were forgotten.
     *
     * @param from number of the first row wanted
     * @param max how many numbers, at most {@link Limits#HISTORY_PAGE_MAX}
     */
    List<HistoryRow> history(long from, int max);
}
