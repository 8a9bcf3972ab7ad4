package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the store knows of itself, read and renewed at each start.
 *
 * @param run number of this start, from 1
 * @param clean whether the run before ended in {@link #markClean}
 */
record Meta(int shards, long run, boolean clean) {
    /**
     * Raised when an older Carillon could no longer read what this one writes: any stored form, of an entity or a row, got
     * a further version. 2: histories with webhooks, endpoints that know their customers, behaviour by measures. 3: what was
     * changed of an event and where it came from, customers that parted, calls in quarantine, probable duplicates.
     */
    static final int FORMAT = 3;

    static final byte[] FORMAT_KEY = Keys.utf8("format");
    static final byte[] WRITER_KEY = Keys.utf8("carillon");
    static final byte[] SHARDS_KEY = Keys.utf8("shards");
    static final byte[] RUN_KEY = Keys.utf8("run");
    static final byte[] CLEAN_KEY = Keys.utf8("clean");

    /** @throws UnusableStoreException if the store is newer than this code, or has another number of shards */
    static Meta begin(Store store, LocalHostSettings settings) {
        var directory = settings.directory();
        expectReadable(store, directory);
        Optional<Long> stored = number(store, SHARDS_KEY);
        int shards = stored.map(Math::toIntExact)
                .orElseGet(() -> settings.shards().orElse(Runtime.getRuntime().availableProcessors()));
        OptionalInt wanted = settings.shards();
        if (wanted.isPresent() && wanted.getAsInt() != shards) {
            throw new UnusableStoreException("%s was made with %d shards and cannot have %d: leave the setting out"
                    .formatted(directory, shards, wanted.getAsInt()));
        }
        Optional<Long> before = number(store, RUN_KEY);
        boolean clean = before.isEmpty() || store.has(Family.META, CLEAN_KEY);
        var meta = new Meta(shards, before.orElse(0L) + 1, clean);
        var batch = new Batch();
        batch.put(Family.META, FORMAT_KEY, number(FORMAT));
        batch.put(Family.META, WRITER_KEY, Keys.utf8(version()));
        batch.put(Family.META, SHARDS_KEY, number(shards));
        batch.put(Family.META, RUN_KEY, number(meta.run));
        batch.delete(Family.META, CLEAN_KEY);
        store.write(batch);
        return meta;
    }

    /** @throws UnusableStoreException if a newer Carillon wrote it */
    static void expectReadable(Store store, Path directory) {
        long format = number(store, FORMAT_KEY).orElse((long) FORMAT);
        if (format > FORMAT) {
            throw new UnusableStoreException(
                    "%s has store format %d, written by Carillon %s; this one, Carillon %s, reads up to %d: use the newer one"
                            .formatted(directory, format, writer(store).orElse("(unknown)"), version(), FORMAT));
        }
        if (!store.unknownFamilies().isEmpty()) {
            throw new UnusableStoreException(
                    "%s has column families that this Carillon does not know, written by Carillon %s: %s; use the newer one"
                            .formatted(directory, writer(store).orElse("(unknown)"), store.unknownFamilies()));
        }
    }

    /** Of the Carillon that had it open last, if that was one that says so. */
    static Optional<String> writer(Store store) {
        return store.get(Family.META, WRITER_KEY).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Of this Carillon. */
    static String version() {
        return Optional.ofNullable(Meta.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    static void markClean(Store store) {
        var batch = new Batch();
        batch.put(Family.META, CLEAN_KEY, number(1));
        store.write(batch);
    }

    /** Where a shard's last {@code now} stands. */
    static byte[] nowKey(int shard) {
        return Keys.utf8("now/" + shard);
    }

    static byte[] instant(Instant at) {
        var out = new ByteWriter(16);
        out.instant(at);
        return out.toBytes().toArray();
    }

    static Instant lastNow(Store store, int shard) {
        return store.get(Family.META, nowKey(shard))
                .map(bytes -> new ByteReader(Bytes.wrap(bytes)).instant())
                .orElse(Instant.EPOCH);
    }

    static byte[] number(long value) {
        var out = new ByteWriter(16);
        out.number(value);
        return out.toBytes().toArray();
    }

    static Optional<Long> number(Store store, byte[] key) {
        return store.get(Family.META, key).map(bytes -> new ByteReader(Bytes.wrap(bytes)).number());
    }
}
