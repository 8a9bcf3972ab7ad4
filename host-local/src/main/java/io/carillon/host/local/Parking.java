package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.ParkId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A shard's parked messages. */
final class Parking {
    private static final int CAUSE_LENGTH_MAX = 500;

    private final String prefix;
    private final Store store;
    private final AtomicLong count;
    private final Set<ParkId> gone = new HashSet<>();
    private int last;

    /** @param count of parked messages, all shards */
    Parking(int shard, long run, Store store, AtomicLong count) {
        prefix = "%08x-%04x-".formatted(run, shard);
        this.store = store;
        this.count = count;
    }

    /** Later ones sort after earlier ones of this shard. */
    ParkId next() {
        return new ParkId(prefix + "%08x".formatted(++last));
    }

    void put(Batch batch, ParkId id, ParkedRecord parked) {
        batch.put(Family.PARKED, key(id), ParkedRecord.CODEC.encode(parked).unsafeArray());
        count.incrementAndGet();
    }

    boolean holds(ParkId id) {
        return !gone.contains(id) && store.has(Family.PARKED, key(id));
    }

    void remove(Batch batch, ParkId id) {
        batch.delete(Family.PARKED, key(id));
        gone.add(id);
        count.decrementAndGet();
    }

    void committed() {
        gone.clear();
    }

    static Optional<ParkedRecord> find(Store store, ParkId id) {
        return store.get(Family.PARKED, key(id)).map(bytes -> ParkedRecord.CODEC.decode(Bytes.wrap(bytes)));
    }

    static byte[] key(ParkId id) {
        return Keys.utf8(id.text());
    }

    /** What failed and where, short. */
    static String cause(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String text = stack.length == 0 ? failure.toString() : failure + " at " + stack[0];
        return text.length() > CAUSE_LENGTH_MAX ? text.substring(0, CAUSE_LENGTH_MAX) + "…" : text;
    }
}
