package io.carillon.host.local;

import io.carillon.core.host.Address;
import io.carillon.core.host.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shards of a host share. */
final class HostState<K> {
    private static final Logger LOG = LoggerFactory.getLogger(HostState.class);

    /** New input keeps the backlog from ever being empty; timers do not stand still for that. */
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(2);

    final LocalHostSettings settings;
    final Kinds<K> kinds;
    final Store store;
    final Meta meta;
    final Callers callers;
    final TableCounts counts;
    final AtomicInteger clockAcceptances = new AtomicInteger();

    /** Messages between entities that are not handled yet. */
    final AtomicLong backlog = new AtomicLong();

    final AtomicLong parked = new AtomicLong();
    private final long startedNanos;
    private volatile boolean caughtUp;
    volatile K knowledge;
    private volatile Consumer<Notice> listener = _ -> {};
    private volatile List<Shard<K>> shards = List.of();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    HostState(LocalHostSettings settings, Kinds<K> kinds, Store store, Meta meta, K knowledge) {
        this.settings = settings;
        this.kinds = kinds;
        this.store = store;
        this.meta = meta;
        this.counts = new TableCounts(store);
        this.knowledge = knowledge;
        callers = new Callers(meta.run());
        startedNanos = settings.time().nanos().getAsLong();
    }

    void shards(List<Shard<K>> all) {
        shards = all;
    }

    List<Shard<K>> shards() {
        return shards;
    }

    /** Stable for ever: rows of the inbox and wake-ups stand under it. */
    static int shardOf(Address address, int shards) {
        int hash = address.text().hashCode() * 0x9E3779B9;
        return Integer.remainderUnsigned(hash ^ (hash >>> 15), shards);
    }

    int shardOf(Address address) {
        return shardOf(address, meta.shards());
    }

    Shard<K> shardAt(Address address) {
        return shards.get(shardOf(address));
    }

    void listen(Consumer<Notice> to) {
        listener = to;
    }

    void tell(Notice notice) {
        try {
            listener.accept(notice);
        } catch (RuntimeException e) {
            LOG.error("the listener failed on a notice", e);
        }
    }

    boolean isOverloaded() {
        return backlog.get() > settings.room().backlog();
    }

    /**
     * Whether what was under way between entities when the last run ended is done. Wake-ups that came due meanwhile wait
     * for it: without the stop it had been done long before them, such as a merge before the reminder that needs its address.
     */
    boolean hasCaughtUp() {
        if (!caughtUp) {
            long elapsed = settings.time().nanos().getAsLong() - startedNanos;
            caughtUp = backlog.get() == 0 || elapsed > CATCH_UP_MAX.toNanos();
        }
        return caughtUp;
    }

    /** The disk or the machine failed: nothing may be told any more. */
    void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) LOG.error("the host stops", cause);
        shards.forEach(Shard::stop);
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }
}
