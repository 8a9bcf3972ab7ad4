package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.Notice;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.host.local.Waiting.Again;
import io.carillon.host.local.Waiting.Outside;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs entities in this process, on RocksDB in a directory of its own. It works from the moment it is made until it is
 * closed; after that its methods throw {@link IllegalStateException}. After a {@link #failure} it takes nothing any more.
 */
public final class LocalHost<K> implements Host<K>, AutoCloseable {
    private final HostState<K> state;
    private final Reads reads;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens the directory and goes on where the last run ended.
     *
     * @throws UnusableStoreException if the directory is in use, newer than this Carillon, or made with other shards
     */
    public LocalHost(LocalHostSettings settings, List<? extends EntityKind<?, ?, K>> kinds, K knowledge) {
        this(settings, kinds, knowledge, _ -> knowledge);
    }

    /**
     * Opens the directory, and goes on where the last run ended by what it is found to know.
     *
     * @param nothing what is known before anything is read; no step sees it
     * @param stored told this host before its first step, when it can only be read: makes of what its tables hold the
     *     knowledge to start with
     * @throws UnusableStoreException as above
     */
    public LocalHost(
            LocalHostSettings settings,
            List<? extends EntityKind<?, ?, K>> kinds,
            K nothing,
            Function<? super Host<K>, ? extends K> stored) {
        var store = new Store(settings.directory(), settings.memory(), settings.syncDelay());
        try {
            state = new HostState<>(settings, new Kinds<>(kinds), store, Meta.begin(store, settings), nothing);
            reads = new Reads(store);
            state.parked.set(reads.countParked());
            state.shards(IntStream.range(0, state.meta.shards())
                    .mapToObj(number -> new Shard<>(number, state))
                    .toList());
            state.knowledge = stored.apply(this);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        state.shards().forEach(Shard::start);
    }

    @Override
    public boolean submit(Address to, Lane lane, Function<ReplyTo, Message> message, Consumer<Reply> answered) {
        if (closed.get()) throw new IllegalStateException("the host is closed");
        if (state.isOverloaded() || state.failure().isPresent()) return false;
        Keys.entity(to);
        ReplyTo caller = state.callers.add(answered);
        boolean taken = false;
        try {
            Message built = message.apply(caller);
            taken = state.shardAt(to).offer(new Outside(to, lane, built, state.kinds.size(to, built)));
        } finally {
            if (!taken) state.callers.forget(caller);
        }
        return taken;
    }

    @Override
    public void listen(Consumer<Notice> listener) {
        state.listen(listener);
    }

    @Override
    public void publish(K knowledge) {
        state.knowledge = knowledge;
    }

    @Override
    public long run() {
        return state.meta.run();
    }

    @Override
    public Optional<Bytes> row(String table, String key) {
        return reads.row(table, key);
    }

    @Override
    public List<Row> rows(String table, String after, int max) {
        return reads.rows(table, after, max);
    }

    @Override
    public long count(String table) {
        return state.counts.of(table);
    }

    @Override
    public List<HistoryRow> history(Address entity, long before, int max) {
        return reads.history(entity, before, max);
    }

    @Override
    public List<ParkedMessage> parked(int max) {
        return reads.parked(max);
    }

    /** @throws RuntimeException if the parked message cannot be read by its kind: dismiss it, or start a newer Carillon */
    @Override
    public boolean redrive(ParkId id) {
        return again(id, true);
    }

    @Override
    public boolean dismiss(ParkId id) {
        return again(id, false);
    }

    public LocalHostStats stats() {
        return LocalHostStats.of(state);
    }

    /**
     * Copies all that is stored, as of one instant, into a directory of the same disk, see {@link Store#checkpoint}. Steps
     * go on meanwhile.
     *
     * @param directory does not exist yet
     */
    public void copyTo(Path directory) {
        expectOpen();
        state.store.checkpoint(directory);
    }

    /**
     * Looks the store over while it is in use.
     *
     * @param whole also reads every block on disk
     */
    public StoreReport examine(boolean whole) {
        expectOpen();
        return new StoreExam(state.store, state.kinds).report(whole);
    }

    /** Why the host stopped by itself, if it did: a disk that fails, memory that runs out. Only a restart helps. */
    public Optional<Throwable> failure() {
        return state.failure();
    }

    /** The clock is right: timers that stopped because it leapt ahead go on. See {@link LocalHostStats#clockLeapt}. */
    public void acceptClock() {
        state.clockAcceptances.incrementAndGet();
        clockChanged();
    }

    /** Looks at the clock now. Hosts look by themselves every few milliseconds; for clocks that a test moves. */
    public void clockChanged() {
        state.shards().forEach(Shard::rouse);
    }

    /**
     * Waits until nothing waits and nothing is under way: no message, no wake-up due, no answer or notice untold.
     *
     * @return false if the host stopped by itself, or it took too long
     */
    public boolean awaitRest(Duration max) {
        long end = System.nanoTime() + max.toNanos();
        while (System.nanoTime() < end && state.failure().isEmpty() && !closed.get()) {
            long commits = commits();
            if (state.shards().stream().allMatch(shard -> rests(shard, end)) && commits == commits()) {
                return state.failure().isEmpty();
            }
        }
        return false;
    }

    private boolean rests(Shard<K> shard, long end) {
        long round = shard.lookRound();
        while (shard.restedIn() < round && System.nanoTime() < end) {
            if (state.failure().isPresent() || closed.get()) return false;
            LockSupport.parkNanos(50_000);
        }
        return shard.restedIn() >= round;
    }

    private long commits() {
        return state.shards().stream()
                .mapToLong(shard -> shard.stats().commits())
                .sum();
    }

    /** Ends after the groups under way. What waits between entities stays; callers not answered yet never are. */
    @Override
    public void close() {
        end(true);
    }

    /** Ends as a crash does, as far as the store can tell: without a word that it ended. */
    public void abandon() {
        end(false);
    }

    /** For tests that compare all that is stored. */
    Store store() {
        return state.store;
    }

    private void end(boolean cleanly) {
        if (!closed.compareAndSet(false, true)) return;
        state.shards().forEach(Shard::stop);
        state.shards().forEach(Shard::join);
        try {
            if (cleanly && state.failure().isEmpty()) {
                Meta.markClean(state.store);
                state.store.flush();
            }
        } finally {
            state.store.close();
        }
    }

    private boolean again(ParkId id, boolean redriven) {
        expectOpen();
        Optional<ParkedRecord> found = Parking.find(state.store, id);
        found.ifPresent(parked -> {
            var kind = state.kinds.at(parked.entity());
            Message message = redriven ? redriven(kind, parked, id) : kind.dismiss(id);
            state.shardAt(parked.entity()).add(new Again(parked.entity(), parked.lane(), message, id));
        });
        return found.isPresent();
    }

    private static <M extends Message> Message redriven(EntityKind<?, M, ?> kind, ParkedRecord parked, ParkId id) {
        return kind.redrive(kind.messages().decode(parked.message()), id);
    }

    private void expectOpen() {
        if (closed.get()) throw new IllegalStateException("the host is closed");
        state.failure().ifPresent(cause -> {
            throw new IllegalStateException("the host stopped by itself", cause);
        });
    }
}
