package io.carillon.host.local;

import io.carillon.core.host.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a shard's entities remember: hashes in buckets of {@link Limits#MEMORY} by the shard's clock, of which the current
 * and the one before are kept, so that a key is known for one to two lengths of a bucket.
 *
 * <p>Nearly every question is about a new key. A filter in memory answers those without the store; for what an earlier
 * run wrote there is none, and the store is asked.
 */
final class Memory {
    private static final byte[] NOTHING = {};

    private final int shard;
    private final Store store;
    private final Set<Hash> fresh = new HashSet<>();
    private Optional<Bucket> current = Optional.empty();
    private Optional<Bucket> previous = Optional.empty();

    /** @param inherited whether an earlier run may have written to it: the filter does not know of that */
    private record Bucket(int number, Filter filter, boolean inherited) {}

    Memory(int shard, Store store) {
        this.shard = shard;
        this.store = store;
    }

    boolean holds(Hash hash, Instant now) {
        turnTo(number(now));
        return fresh.contains(hash) || holds(current, hash) || holds(previous, hash);
    }

    void add(Batch batch, Hash hash, Instant now) {
        turnTo(number(now));
        current.ifPresent(bucket -> {
            batch.put(Family.MEMORY, Keys.memory(shard, bucket.number, hash), NOTHING);
            bucket.filter.add(hash);
        });
        fresh.add(hash);
    }

    void committed() {
        if (!fresh.isEmpty()) fresh.clear();
    }

    private boolean holds(Optional<Bucket> bucket, Hash hash) {
        if (bucket.isEmpty()) return false;
        var there = bucket.get();
        return (there.inherited || there.filter.mayHold(hash))
                && store.has(Family.MEMORY, Keys.memory(shard, there.number, hash));
    }

    private void turnTo(int number) {
        if (current.isPresent() && current.get().number == number) return;
        previous = current.filter(bucket -> bucket.number == number - 1).or(() -> Optional.of(inherit(number - 1)));
        current = Optional.of(inherit(number));
        forgetBefore(number - 1);
    }

    private void forgetBefore(int number) {
        byte[] end = Keys.memory(shard, number);
        boolean[] any = {false};
        store.from(Family.MEMORY, Keys.memory(shard, 0), (key, _) -> {
            any[0] = Arrays.compareUnsigned(key, end) < 0;
            return false;
        });
        if (any[0]) store.drop(Family.MEMORY, Keys.memory(shard, 0), end);
    }

    private Bucket inherit(int number) {
        byte[] prefix = Keys.memory(shard, number);
        boolean[] any = {false};
        store.from(Family.MEMORY, prefix, (key, _) -> {
            any[0] = Keys.startsWith(key, prefix);
            return false;
        });
        return new Bucket(number, new Filter(), any[0]);
    }

    /** Unsigned in keys; a clock before 1970 shares the first bucket. */
    private static int number(Instant now) {
        return (int) Math.max(1, Math.floorDiv(now.getEpochSecond(), Limits.MEMORY.toSeconds()));
    }
}
