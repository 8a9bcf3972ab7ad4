package io.carillon.host.local;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Notice;
import io.carillon.host.local.Outcome.Outgoing;
import io.carillon.host.local.Waiting.RowId;
import io.carillon.host.local.Waiting.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps that a shard commits together. An entity's state is written once, its last; a message that was sent and handled
 * within the group is never written.
 */
final class Group<K> {
    private final int shard;
    private final HostState<K> host;
    private final Wakeups wakeups;
    private final States states;
    private final Memory memory;
    private final Hash.Maker hashes = new Hash.Maker();
    private final ByteWriter scratch = new ByteWriter(4 * 1024);
    private final Batch batch = new Batch();
    private final long[] lastNumbers;

    private final List<Resident<?, ?, K>> touched = new ArrayList<>();
    private final List<Waiting> handled = new ArrayList<>();
    private final Map<RowId, byte[]> toSelf = new LinkedHashMap<>();
    private final List<List<Sent>> toOthers = new ArrayList<>();
    private final List<Effect.Answer> answers = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Outcome.RowChange> rows = new ArrayList<>();
    private int steps;
    private boolean wary;

    Group(int shard, HostState<K> host, States states, Wakeups wakeups) {
        this.shard = shard;
        this.host = host;
        this.states = states;
        this.wakeups = wakeups;
        memory = new Memory(shard, host.store);
        lastNumbers = new long[host.meta.shards()];
        Arrays.fill(lastNumbers, RowId.first(host.meta.run()));
        for (int i = 0; i < lastNumbers.length; i++) toOthers.add(new ArrayList<>());
    }

    long run() {
        return host.meta.run();
    }

    Batch batch() {
        return batch;
    }

    /** For one encoding at a time. */
    ByteWriter scratch() {
        return scratch;
    }

    Hash.Maker hashes() {
        return hashes;
    }

    int steps() {
        return steps;
    }

    /** From now on, whether messages to this shard itself are made durable before they are handled. */
    void wary(boolean on) {
        wary = on;
    }

    boolean isEmpty() {
        return handled.isEmpty();
    }

    boolean remembers(Address self, String key, Instant now) {
        return memory.holds(hashes.of(self.text(), key), now);
    }

    List<Bytes> history(Address self, long from, int max) {
        var rows = new ArrayList<Bytes>(max);
        if (max == 0) return rows;
        byte[] end = Keys.history(self, from + max);
        host.store.from(Family.HISTORY, Keys.history(self, from), (key, value) -> {
            if (Arrays.compareUnsigned(key, end) >= 0) return false;
            rows.add(Bytes.wrap(value));
            return true;
        });
        return rows;
    }

    /** The message is taken from where it waited. */
    void take(Resident<?, ?, K> resident, Waiting waiting) {
        steps++;
        handled.add(waiting);
        if (!resident.touched) {
            resident.touched = true;
            touched.add(resident);
        }
        switch (waiting) {
            case Waiting.Internal message -> {
                RowId row = message.row();
                if (toSelf.remove(row) == null) {
                    batch.deleteSingle(Family.INBOX, Keys.inbox(shard, row.sender(), row.number()));
                }
            }
            case Waiting.Outside _, Waiting.Due _, Waiting.Again _ -> {}
        }
    }

    /** @param lane of the message handled */
    <S> void add(Resident<S, ?, K> resident, Outcome<S> outcome, Lane lane, Instant now) {
        resident.become(outcome);
        for (Bytes row : outcome.history()) {
            byte[] key = Keys.history(resident.address, resident.append(row));
            batch.put(Family.HISTORY, key, row.unsafeArray());
        }
        rows.addAll(outcome.rows());
        for (var row : outcome.rows()) {
            if (row.value().isPresent()) {
                batch.put(
                        Family.TABLES,
                        row.key().unsafeArray(),
                        row.value().get().unsafeArray());
            } else {
                batch.delete(Family.TABLES, row.key().unsafeArray());
            }
        }
        for (Hash hash : outcome.memory()) memory.add(batch, hash, now);
        for (Outgoing message : outcome.sends()) send(message, lane);
        answers.addAll(outcome.answers());
        notices.addAll(outcome.notices());
    }

    private void send(Outgoing message, Lane lane) {
        int receiver = host.shardOf(message.to());
        var row = new RowId(shard, lastNumbers[receiver]++);
        byte[] stored = MessageRecord.CODEC
                .encode(new MessageRecord(message.to(), lane, message.stored()), scratch)
                .unsafeArray();
        var sent = new Sent(message.to(), lane, message.message(), stored.length, row);
        host.backlog.incrementAndGet();
        if (receiver == shard && !wary) {
            toSelf.put(row, stored);
            host.shards().get(shard).keep(sent);
        } else {
            batch.put(Family.INBOX, Keys.inbox(receiver, shard, row.number()), stored);
            toOthers.get(receiver).add(sent);
        }
    }

    /** Writes everything, durably; returns the entities concerned. Then {@link #tell} must follow. */
    List<Resident<?, ?, K>> commit(Instant now) {
        for (var resident : touched) {
            armed(resident);
            resident.change().ifPresent(record -> states.put(batch, Keys.entity(resident.address), record));
        }
        toSelf.forEach((row, stored) -> batch.put(Family.INBOX, Keys.inbox(shard, row.sender(), row.number()), stored));
        if (!batch.isEmpty()) {
            batch.put(Family.META, Meta.nowKey(shard), Meta.instant(now));
            host.counts.commit(batch, rows);
        }
        memory.committed();
        touched.forEach(Resident::committed);
        return touched;
    }

    /** Messages first, so that what a caller does on its answer comes after what the answered step sent. */
    void tell(Inbox own) {
        for (int receiver = 0; receiver < toOthers.size(); receiver++) {
            List<Sent> messages = toOthers.get(receiver);
            if (messages.isEmpty()) continue;
            host.shards().get(receiver).deliver(messages);
            messages.clear();
        }
        own.release(handled);
        host.backlog.addAndGet(
                -handled.stream().filter(Waiting.Internal.class::isInstance).count());
        for (var answer : answers) host.callers.answer(answer.to(), answer.reply());
        notices.forEach(host::tell);
        clear();
    }

    private void armed(Resident<?, ?, K> resident) {
        resident.wakeAt()
                .filter(wanted -> resident.wakeRow().map(wanted::isBefore).orElse(true))
                .ifPresent(wanted -> wakeups.set(batch, resident, wanted));
    }

    private void clear() {
        touched.clear();
        handled.clear();
        toSelf.clear();
        answers.clear();
        notices.clear();
        rows.clear();
        batch.clear();
        steps = 0;
    }
}
