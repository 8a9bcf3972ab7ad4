package io.carillon.testkit.simulation;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Effect;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Limits;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Row;
import io.carillon.testkit.simulation.Queue.Envelope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a simulated host has committed: it survives a crash. Copied for each branch that an explorer follows. */
final class Store {
    final SortedMap<Address, Bytes> states = new TreeMap<>();
    final SortedMap<Queue, Deque<Envelope>> queues = new TreeMap<>();
    final SortedMap<Address, Instant> wakeUps = new TreeMap<>();
    final SortedMap<Address, Integer> wakeUpAttempts = new TreeMap<>();
    final SortedMap<String, TreeMap<Bytes, OwnedRow>> tables = new TreeMap<>();
    /** By number; a row that was forgotten is empty. */
    final SortedMap<Address, List<Optional<Bytes>>> histories = new TreeMap<>();

    final SortedMap<Address, SortedMap<String, Instant>> memories = new TreeMap<>();
    final SortedMap<String, Parked> parked = new TreeMap<>();
    private final Set<Former> formers = new HashSet<>();
    Instant now = Instant.MIN;
    long run;
    long parkedEver;
    private long order;

    /** A row and the entity that wrote it last. */
    record OwnedRow(Address owner, Row row) {}

    /** An entity that may not write a row any more: another has taken it over. */
    private record Former(String table, String key, Address owner) {}

    record Parked(ParkedMessage about, Bytes message) {}

    Store copy() {
        var copy = new Store();
        copy.states.putAll(states);
        queues.forEach((queue, waiting) -> copy.queues.put(queue, new ArrayDeque<>(waiting)));
        copy.wakeUps.putAll(wakeUps);
        copy.wakeUpAttempts.putAll(wakeUpAttempts);
        tables.forEach((name, rows) -> copy.tables.put(name, new TreeMap<>(rows)));
        histories.forEach((address, rows) -> copy.histories.put(address, new ArrayList<>(rows)));
        memories.forEach((address, keys) -> copy.memories.put(address, new TreeMap<>(keys)));
        copy.parked.putAll(parked);
        copy.formers.addAll(formers);
        copy.now = now;
        copy.run = run;
        copy.parkedEver = parkedEver;
        copy.order = order;
        return copy;
    }

    void enqueue(Queue queue, Bytes message, Lane lane, Instant at) {
        queues.computeIfAbsent(queue, _ -> new ArrayDeque<>()).add(new Envelope(message, lane, order++, at, 0));
    }

    void dequeue(Queue queue) {
        Deque<Envelope> waiting = queues.getOrDefault(queue, new ArrayDeque<>());
        waiting.remove();
        if (waiting.isEmpty()) queues.remove(queue);
    }

    /**
     * Makes a step happen, whole.
     *
     * @return the effects that leave the host, in order, to be told now
     */
    List<Effect> commit(Step.Outcome outcome, Lane lane, Instant at) {
        Address self = outcome.self();
        now = at;
        states.put(self, outcome.state());
        outcome.wakeAt().ifPresentOrElse(wakeAt -> wakeUps.put(self, wakeAt), () -> wakeUps.remove(self));
        outcome.parked().ifPresent(message -> {
            parked.put(message.about().id().text(), message);
            parkedEver++;
        });
        var sent = outcome.sent().iterator();
        var leaving = new ArrayList<Effect>();
        for (Effect effect : outcome.effects()) {
            switch (effect) {
                case Effect.Send send -> enqueue(new Queue(self.text(), send.to()), sent.next(), lane, now);
                case Effect.Append(var row) ->
                    histories.computeIfAbsent(self, _ -> new ArrayList<>()).add(Optional.of(row));
                case Effect.Forget(var number) -> forget(self, number);
                case Effect.Put(var table, var key, var value) -> put(self, table, key, value);
                case Effect.Remove(var table, var key) -> remove(self, table, key);
                case Effect.Remember(var key) -> remember(self, key);
                case Effect.Answer answer -> leaving.add(answer);
                case Effect.Notify notify -> leaving.add(notify);
            }
        }
        return leaving;
    }

    private void forget(Address self, long number) {
        List<Optional<Bytes>> rows = histories.getOrDefault(self, List.of());
        if (number < 0 || number >= rows.size()) throw new BrokenContract(self + " forgets row " + number);
        rows.set((int) number, Optional.empty());
    }

    private void put(Address owner, String table, String key, Bytes value) {
        var rows = tables.computeIfAbsent(table, _ -> new TreeMap<>());
        expectOwner(owner, table, key, rows);
        rows.put(Bytes.utf8(key), new OwnedRow(owner, new Row(key, value)));
    }

    private void remove(Address owner, String table, String key) {
        var rows = tables.getOrDefault(table, new TreeMap<>());
        expectOwner(owner, table, key, rows);
        rows.remove(Bytes.utf8(key));
    }

    private void expectOwner(Address owner, String table, String key, SortedMap<Bytes, OwnedRow> rows) {
        if (formers.contains(new Former(table, key, owner))) {
            throw new BrokenContract(
                    "%s writes the row %s of table %s, which another has taken over".formatted(owner, key, table));
        }
        Optional.ofNullable(rows.get(Bytes.utf8(key)))
                .map(OwnedRow::owner)
                .filter(before -> !before.equals(owner))
                .ifPresent(before -> formers.add(new Former(table, key, before)));
    }

    private void remember(Address entity, String key) {
        var keys = memories.computeIfAbsent(entity, _ -> new TreeMap<>());
        keys.values().removeIf(at -> !isLately(at, now)); // exactly as much as the contract demands is remembered
        keys.put(key, now);
    }

    boolean remembers(Address entity, String key, Instant asked) {
        return Optional.ofNullable(
                        memories.getOrDefault(entity, new TreeMap<>()).get(key))
                .filter(at -> isLately(at, asked))
                .isPresent();
    }

    private static boolean isLately(Instant at, Instant asked) {
        return !at.plus(Limits.MEMORY).isBefore(asked);
    }

    Envelope head(Queue queue) {
        return Optional.ofNullable(queues.get(queue))
                .map(Deque::getFirst)
                .orElseThrow(() -> new IllegalArgumentException("nothing waits in " + queue));
    }

    /** All queues of one receiver. */
    SortedMap<Queue, Deque<Envelope>> waitingAt(Address address) {
        return queues.subMap(new Queue("", address), new Queue("\uFFFF", address));
    }

    /** The process died over the oldest message of the queue. */
    void countAttempt(Queue queue) {
        Envelope tried = head(queue).afterAttempt();
        dequeue(queue);
        queues.computeIfAbsent(queue, _ -> new ArrayDeque<>()).addFirst(tried);
    }

    Optional<Row> row(String table, String key) {
        return Optional.ofNullable(rowsOf(table).get(Bytes.utf8(key))).map(OwnedRow::row);
    }

    List<Row> rows(String table, String after, int max) {
        return rowsOf(table).tailMap(Bytes.utf8(after), false).values().stream()
                .limit(max)
                .map(OwnedRow::row)
                .toList();
    }

    long count(String table) {
        return rowsOf(table).size();
    }

    private NavigableMap<Bytes, OwnedRow> rowsOf(String table) {
        return tables.getOrDefault(table, new TreeMap<>());
    }

    /** Newest first. */
    List<HistoryRow> history(Address entity, long before, int max) {
        List<Optional<Bytes>> rows = histories.getOrDefault(entity, List.of());
        var page = new ArrayList<HistoryRow>();
        for (long i = Math.min(before, rows.size()) - 1; i >= 0 && page.size() < max; i--) {
            long number = i;
            rows.get((int) i).ifPresent(row -> page.add(new HistoryRow(number, row)));
        }
        return page;
    }

    /** Oldest first, of so many numbers. */
    List<HistoryRow> historyFrom(Address entity, long from, int max) {
        List<Optional<Bytes>> rows = histories.getOrDefault(entity, List.of());
        var page = new ArrayList<HistoryRow>();
        for (long i = from; i < Math.min(rows.size(), from + max); i++) {
            long number = i;
            rows.get((int) i).ifPresent(row -> page.add(new HistoryRow(number, row)));
        }
        return page;
    }

    /** Everything but the numbers of this start and of messages, in a form that compares. */
    SortedMap<String, String> dump() {
        var all = new TreeMap<String, String>();
        states.forEach((address, state) -> all.put("state " + address, state.toString()));
        queues.forEach((queue, waiting) -> {
            var text = new StringBuilder();
            boolean orderMatters = queues.containsKey(new Queue(Queue.AGAIN, queue.to()));
            for (Envelope envelope : waiting) {
                text.append(envelope.lane()).append(envelope.attempts()).append(envelope.at());
                if (orderMatters) text.append(" #").append(envelope.order());
                text.append(' ').append(envelope.message()).append('\n');
            }
            all.put("queue " + queue.from() + " to " + queue.to(), text.toString());
        });
        wakeUps.forEach((address, at) -> all.put("wake-up " + address, at.toString()));
        wakeUpAttempts.forEach((address, attempts) -> all.put("attempts " + address, attempts.toString()));
        tables.forEach((name, rows) -> rows.forEach((key, row) -> all.put(
                "table " + name + " " + row.row().key(),
                row.owner() + " " + row.row().value())));
        histories.forEach((address, rows) -> all.put("history " + address, rows.toString()));
        memories.forEach((address, keys) -> all.put("memory " + address, keys.toString()));
        parked.forEach((id, message) -> all.put("parked " + id, message.toString()));
        all.put("now", now + ", parked ever " + parkedEver);
        return all;
    }
}
