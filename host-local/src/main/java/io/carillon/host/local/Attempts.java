package io.carillon.host.local;

import io.carillon.core.host.Limits;
import io.carillon.host.local.Stepper.Care;
import io.carillon.host.local.Waiting.Due;
import io.carillon.host.local.Waiting.Internal;
import io.carillon.host.local.Waiting.RowId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts attempts before they are made, so that a message that kills the process is found out. After a run that did not
 * end cleanly this is done for everything the run left: any of it may be what ended it.
 */
final class Attempts {
    private static final long WARY_NANOS = Duration.ofMinutes(5).toNanos();

    private final int shard;
    private final Meta meta;
    private final Store store;
    private final Instant start;
    private final long startNanos = System.nanoTime();

    Attempts(int shard, Meta meta, Store store, Instant start) {
        this.shard = shard;
        this.meta = meta;
        this.store = store;
        this.start = start;
    }

    /**
     * Whether a message must be durable before it is handled. A killer that is handled together with what sent it leaves no
     * trace; if it comes again after the crash that it made, it shall.
     */
    boolean isWary() {
        return !meta.clean() && System.nanoTime() - startNanos < WARY_NANOS;
    }

    /** Whether it may have ended the run before: it is to be handled alone. */
    boolean suspects(Waiting waiting) {
        if (meta.clean()) return false;
        return switch (waiting) {
            case Internal message -> message.row().number() < RowId.first(meta.run());
            case Due due -> !due.at().isAfter(start);
            case Waiting.Outside _, Waiting.Again _ -> false;
        };
    }

    /** Counts an attempt, durably, and says what may be tried. The one in the run that ended so is not on record: it counts. */
    Care begin(Waiting waiting) {
        byte[] key = key(waiting);
        long made = Meta.number(store, key).orElse(0L) + 1;
        var batch = new Batch();
        batch.put(Family.META, key, Meta.number(made));
        store.write(batch);
        if (made < Limits.ATTEMPTS_MAX) return Care.HANDLE;
        return made == Limits.ATTEMPTS_MAX ? Care.PARK : Care.PARK_UNTOUCHED;
    }

    void end(Batch batch, Waiting waiting, Care care) {
        // A wake-up left in its row keeps its count: it must not be tried at the next start either.
        if (care == Care.PARK_UNTOUCHED && waiting instanceof Due) return;
        batch.delete(Family.META, key(waiting));
    }

    private byte[] key(Waiting waiting) {
        return switch (waiting) {
            case Internal message ->
                key(
                        "attempt/inbox/",
                        Keys.inbox(shard, message.row().sender(), message.row().number()));
            case Due due -> key("attempt/wake/", Keys.wake(shard, due.at(), due.to()));
            case Waiting.Outside _, Waiting.Again _ -> throw new IllegalArgumentException("never suspected");
        };
    }

    private static byte[] key(String name, byte[] row) {
        byte[] prefix = Keys.utf8(name);
        return ByteBuffer.allocate(prefix.length + row.length)
                .put(prefix)
                .put(row)
                .array();
    }
}
