package io.carillon.host.local;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import java.util.Optional;

/** The stored entities of one shard: those used lately are in memory too. For the shard's own thread. */
final class States {
    private final Store store;
    private final RecentStates recent;
    private final ByteWriter writer = new ByteWriter(4 * 1024);

    /** @param recentBytesMax of memory */
    States(Store store, long recentBytesMax) {
        this.store = store;
        recent = new RecentStates(recentBytesMax);
    }

    /** What the last commit left of it, if it is stored. */
    Optional<EntityRecord> get(byte[] key) {
        return stored(key).map(row -> EntityRecord.CODEC.decode(Bytes.wrap(row)));
    }

    private Optional<byte[]> stored(byte[] key) {
        Optional<byte[]> known = recent.get(key);
        if (known.isPresent()) return known;
        Optional<byte[]> read = store.get(Family.STATES, key);
        read.ifPresent(row -> recent.put(key, row, row.length));
        return read;
    }

    /** Must be followed by a commit of the batch: from now on the record is what is read. */
    void put(Batch batch, byte[] key, EntityRecord record) {
        writer.reset();
        EntityRecord.CODEC.write(record, writer);
        batch.put(Family.STATES, key, writer.unsafeArray(), writer.size());
        recent.put(key, writer.unsafeArray(), writer.size());
    }

    long hits() {
        return recent.hits();
    }

    long misses() {
        return recent.misses();
    }
}
