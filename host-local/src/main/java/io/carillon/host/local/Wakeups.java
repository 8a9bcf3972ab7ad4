package io.carillon.host.local;

import io.carillon.host.local.Waiting.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shard's wake-up rows. Where the next one may be is a hint in memory, never a mark that rows could fall behind. */
final class Wakeups {
    /** Fired and not handled yet; more are left in their rows. */
    static final int UNDER_WAY_MAX = 1_024;

    private static final byte[] NOTHING = {};

    private final int shard;
    private final Store store;
    private final Set<Due> underWay = new HashSet<>();
    private Optional<byte[]> next;

    Wakeups(int shard, Store store) {
        this.shard = shard;
        this.store = store;
        next = Optional.of(Keys.wake(shard, Instant.MIN));
    }

    /** No row is due before this instant; empty if there is none. */
    Optional<Instant> next() {
        return underWay.size() < UNDER_WAY_MAX ? next.map(Keys::wakeAt) : Optional.empty();
    }

    void set(Batch batch, Resident<?, ?, ?> resident, Instant at) {
        byte[] key = Keys.wake(shard, at, resident.address);
        batch.put(Family.WAKE, key, NOTHING);
        resident.wakeRow(Optional.of(at));
        if (next.isEmpty() || Arrays.compareUnsigned(key, next.get()) < 0) next = Optional.of(key);
    }

    /** The next wake-ups due, at most {@code max}, in order. Each is told once until {@link #handled}. */
    List<Due> due(Instant now, int max) {
        Optional<byte[]> start = next;
        if (start.isEmpty() || Keys.wakeAt(start.get()).isAfter(now)) return List.of();
        int room = Math.min(max, UNDER_WAY_MAX - underWay.size());
        if (room <= 0) return List.of();
        var due = new ArrayList<Due>();
        byte[] mine = Keys.shard(shard);
        next = Optional.empty();
        store.from(Family.WAKE, start.get(), (key, _) -> {
            if (!Keys.startsWith(key, mine)) return false;
            if (due.size() == room || Keys.wakeAt(key).isAfter(now)) {
                next = Optional.of(key);
                return false;
            }
            var found = new Due(Keys.wakeAddress(key), Keys.wakeAt(key));
            if (underWay.add(found)) due.add(found);
            return true;
        });
        return due;
    }

    void handled(Batch batch, Due due) {
        batch.delete(Family.WAKE, Keys.wake(shard, due.at(), due.to()));
        underWay.remove(due);
    }

    /** It is not handled in this run. */
    void leave(Due due) {
        underWay.remove(due);
    }
}
