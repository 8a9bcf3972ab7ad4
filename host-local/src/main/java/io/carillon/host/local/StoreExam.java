package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a store over, whether a host has it open or nobody has. Bounded, but for a reading of everything on demand. */
public final class StoreExam {
    /** Whose agendas are compared with their wake-up rows. */
    private static final int ENTITIES_MAX = 20_000;

    private static final byte[] FIRST = {};

    private final Store store;
    private final Kinds<?> kinds;
    private final int shards;

    StoreExam(Store store, Kinds<?> kinds) {
        this.store = store;
        this.kinds = kinds;
        shards = Meta.number(store, Meta.SHARDS_KEY).map(Math::toIntExact).orElse(1);
    }

    /**
     * Of a store that no host has open; it is only read.
     *
     * @param whole also reads every block on disk, which takes as long as the disk does
     * @throws UnusableStoreException if there is none, it cannot be read, or a newer Carillon wrote it
     */
    public static <K> StoreReport of(Path directory, List<? extends EntityKind<?, ?, K>> kinds, boolean whole) {
        try (var store = Store.readOnly(directory)) {
            Meta.expectReadable(store, directory);
            return new StoreExam(store, new Kinds<>(kinds)).report(whole);
        }
    }

    StoreReport report(boolean whole) {
        var parts = new ArrayList<StoreReport.Part>();
        for (Family family : Family.values()) {
            if (!store.holds(family)) continue;
            parts.add(new StoreReport.Part(
                    family.text(),
                    store.property(family, "rocksdb.estimate-num-keys"),
                    store.property(family, "rocksdb.total-sst-files-size")
                            + store.property(family, "rocksdb.total-blob-file-size")));
        }
        return new StoreReport(
                Meta.number(store, Meta.FORMAT_KEY).orElse(0L),
                Meta.FORMAT,
                Meta.writer(store),
                shards,
                Meta.number(store, Meta.RUN_KEY).orElse(0L),
                store.has(Family.META, Meta.CLEAN_KEY),
                parts,
                count(Family.INBOX),
                count(Family.PARKED),
                wakeUps(),
                whole ? store.damage() : Optional.empty());
    }

    private long count(Family family) {
        long[] count = {0};
        store.from(family, FIRST, (_, _) -> ++count[0] < StoreReport.COUNT_MAX);
        return count[0];
    }

    private StoreReport.WakeUps wakeUps() {
        long[] entities = {0};
        long[] unreadable = {0};
        long[] missing = {0};
        boolean[] isAll = {true};
        store.from(Family.STATES, FIRST, (key, value) -> {
            if (entities[0] == ENTITIES_MAX) {
                isAll[0] = false;
                return false;
            }
            entities[0]++;
            var address = new Address(new String(key, StandardCharsets.UTF_8));
            try {
                // A host may have moved it on meanwhile: what it has now counts.
                if (isMissed(address, value)
                        && now(address)
                                .filter(again -> isMissed(address, again))
                                .isPresent()) {
                    missing[0]++;
                }
            } catch (UnreadableException | IllegalArgumentException e) {
                unreadable[0]++;
            }
            return true;
        });
        return new StoreReport.WakeUps(entities[0], isAll[0], unreadable[0], missing[0], earliest());
    }

    private Optional<byte[]> now(Address address) {
        return store.get(Family.STATES, Keys.entity(address));
    }

    /** Whether it wants to be woken and no row sees to it; a row that comes too early does no harm. */
    private boolean isMissed(Address address, byte[] stored) {
        EntityRecord record = EntityRecord.CODEC.decode(Bytes.wrap(stored));
        Optional<Instant> wanted = record.state().flatMap(state -> wakeAt(kinds.at(address), state));
        if (wanted.isEmpty()) return false;
        Optional<Instant> row = record.wakeRow().filter(at -> !at.isAfter(wanted.get()));
        return row.isEmpty()
                || !store.has(Family.WAKE, Keys.wake(HostState.shardOf(address, shards), row.get(), address));
    }

    private static <S> Optional<Instant> wakeAt(EntityKind<S, ?, ?> kind, Bytes state) {
        return kind.wakeAt(kind.states().decode(state));
    }

    private Optional<Instant> earliest() {
        Optional<Instant> earliest = Optional.empty();
        for (int shard = 0; shard < shards; shard++) {
            var first = new ArrayList<Instant>();
            byte[] mine = Keys.shard(shard);
            store.from(Family.WAKE, mine, (key, _) -> {
                if (Keys.startsWith(key, mine)) first.add(Keys.wakeAt(key));
                return false;
            });
            if (!first.isEmpty() && (earliest.isEmpty() || first.getFirst().isBefore(earliest.get()))) {
                earliest = Optional.of(first.getFirst());
            }
        }
        return earliest;
    }
}
