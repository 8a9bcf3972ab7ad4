package io.carillon.testkit.simulation;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Effect;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Limits;
import io.carillon.core.host.Message;
import io.carillon.core.host.Notice;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.simulation.Queue.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs entities in memory, on one thread and a virtual clock. Nothing happens by itself: {@link #deliver} handles one
 * message, {@link #rest} all of them, in an order that the seed picks among those the contract allows. Every state and
 * message goes through its stored form.
 *
 * <p>Not thread-safe. A step that throws an {@link Error} kills the process: call {@link #crash} to start it again.
 *
 * @param <K> knowledge of the entities
 */
public final class SimulatedHost<K> implements Host<K> {
    private static final int STEPS_MAX = 2_000_000;

    private final Kinds<K> kinds;
    private final Settings settings;
    private final Store store;
    private final Outside outside;
    private Chance chance;
    private Instant clock;
    private K knowledge;
    private long steps;

    public SimulatedHost(List<? extends EntityKind<?, ?, K>> kinds, K knowledge, Instant clock, Settings settings) {
        this(new Kinds<>(List.copyOf(kinds)), settings, new Store(), new Outside(), knowledge, clock);
        store.run = 1;
    }

    private SimulatedHost(Kinds<K> kinds, Settings settings, Store store, Outside outside, K knowledge, Instant clock) {
        this.kinds = kinds;
        this.settings = settings;
        this.store = store;
        this.outside = outside;
        this.knowledge = knowledge;
        this.clock = clock;
        chance = new Chance(settings.seed());
    }

    // What happens next.

    /** Everything that could be handled next, in a fixed order; empty at rest. */
    public List<Deliverable> deliverable() {
        return new Schedule(store, settings).deliverable(now());
    }

    /** Handles, commits, and tells the outside. */
    public void deliver(Deliverable next) {
        steps++;
        switch (next) {
            case Deliverable.Arrival(var from, var to) -> {
                var queue = new Queue(from, to);
                Envelope envelope = store.head(queue);
                Step.Outcome outcome = outcome(to, kinds.at(to), envelope.message(), envelope.attempts(), () -> {
                    store.countAttempt(queue);
                });
                store.dequeue(queue);
                commit(outcome, envelope.lane());
            }
            case Deliverable.WakeUp(var to) -> {
                int attempts = store.wakeUpAttempts.getOrDefault(to, 0);
                Step.Outcome outcome = outcome(
                        to,
                        kinds.at(to),
                        wakeUp(kinds.at(to)),
                        attempts,
                        () -> store.wakeUpAttempts.put(to, attempts + 1));
                store.wakeUpAttempts.remove(to);
                commit(outcome, Lane.URGENT);
            }
        }
    }

    private static <M extends Message> Bytes wakeUp(EntityKind<?, M, ?> kind) {
        return Kinds.roundTrip(kind.messages(), kind.wakeUp());
    }

    /**
     * Computes a step.
     *
     * @param died counts an attempt that killed the process
     */
    private <S, M extends Message> Step.Outcome outcome(
            Address to, EntityKind<S, M, K> kind, Bytes message, int attempts, Runnable died) {
        var context = new SimulatedContext<>(to, now(), knowledge, store);
        var step = new Step<>(kinds, kind, store, context, message);
        if (attempts >= Limits.ATTEMPTS_MAX) {
            return step.park(new IllegalStateException("the process died %d times here".formatted(attempts)));
        }
        try {
            return step.handle(settings.handlesTwice());
        } catch (RuntimeException | StackOverflowError failure) {
            return step.park(failure);
        } catch (Error killed) {
            died.run();
            throw killed;
        }
    }

    private void commit(Step.Outcome outcome, Lane lane) {
        List<Effect> leaving = store.commit(outcome, lane, now());
        outside.tell(leaving, store.run);
    }

    /** Handles everything that waits; crashes and repeats happen as set. */
    public void rest() {
        long end = steps + STEPS_MAX;
        while (step(chance)) {
            if (steps > end) throw new IllegalStateException("no rest after %d steps".formatted(STEPS_MAX));
        }
    }

    /**
     * Handles one thing, picked by chance; before it, crashes and repeats happen as set.
     *
     * @return false at rest
     */
    public boolean step(Chance choice) {
        if (choice.chance(settings.crashes())) crash(choice.chance(0.5));
        List<Deliverable> possible = deliverable();
        if (possible.isEmpty()) return false;
        if (choice.chance(settings.repeats()) && !outside.submissions().isEmpty()) {
            repeat(choice.pick(outside.submissions()));
        }
        deliver(choice.pick(possible));
        return true;
    }

    /** How many steps were handled, those before a crash included. */
    public long steps() {
        return steps;
    }

    // Time.

    /** The machine's clock from now on, which may be earlier than before. */
    public void clock(Instant now) {
        clock = now;
    }

    /** What the next step will see: never earlier than a step before. */
    public Instant now() {
        return clock.isAfter(store.now) ? clock : store.now;
    }

    /** Comes to rest now, at each instant at which something is due, and at the end. */
    public void advance(Duration duration) {
        Instant end = now().plus(duration);
        rest();
        for (Optional<Instant> next = nextWakeUp();
                next.isPresent() && !next.get().isAfter(end);
                next = nextWakeUp()) {
            clock(next.get());
            rest();
        }
        clock(end);
        rest();
    }

    /** When the next entity wants to be woken. */
    public Optional<Instant> nextWakeUp() {
        return store.wakeUps.values().stream().min(Instant::compareTo);
    }

    // Faults.

    /**
     * The process dies between two steps and starts again on what is committed; callers and notices are forgotten.
     *
     * @param losesInbox whether messages from outside that wait are lost; a host may lose them until they are answered
     */
    public void crash(boolean losesInbox) {
        if (losesInbox) store.queues.keySet().removeIf(queue -> queue.from().equals(Queue.OUTSIDE));
        outside.forget();
        store.run++;
    }

    /** The latest submissions, answered or not, also of earlier runs: any may be repeated, oldest first. */
    public List<Submission> submissions() {
        return outside.submissions();
    }

    /** Outside hands in the same message once more, as a caller does who got no answer. */
    public boolean repeat(Submission submission) {
        return submit(submission.to(), submission.lane(), submission.message(), submission.answered());
    }

    // Branches.

    /** The same host, to go another way. Callers and the listener are told by both; answers and notices are each one's own. */
    public SimulatedHost<K> copy() {
        var copy = new SimulatedHost<>(kinds, settings, store.copy(), outside.copy(), knowledge, clock);
        copy.steps = steps;
        return copy;
    }

    /** Makes further choices by another seed. */
    public void reseed(long seed) {
        chance = new Chance(seed);
    }

    /** Everything committed, in a form that compares, without the number of the run. */
    public SortedMap<String, String> dump() {
        return store.dump();
    }

    /** As {@link #dump}, with the run, the clock, and what the outside was told. Equal when the future is equal. */
    public SortedMap<String, String> situation() {
        var all = new TreeMap<>(store.dump());
        all.put("run", Long.toString(store.run));
        all.put("clock", now().toString());
        all.put("callers", outside.waiting().toString());
        all.put("answers", outside.answers().toString());
        all.put("notices", outside.notices().toString());
        return all;
    }

    /** The stored state of an entity; empty when it was never told anything. */
    public Optional<Bytes> state(Address address) {
        return Optional.ofNullable(store.states.get(address));
    }

    /** Messages on their way to an entity, in no particular order between senders. */
    public List<Message> onTheWay(Address to) {
        var messages = new ArrayList<Message>();
        for (Deque<Envelope> waiting : store.waitingAt(to).values()) {
            for (Envelope envelope : waiting)
                messages.add(kinds.at(to).messages().decode(envelope.message()));
        }
        return messages;
    }

    /** Addresses of all entities that were ever told anything, in order. */
    public List<Address> entities() {
        return List.copyOf(store.states.keySet());
    }

    /** What callers were answered in this run, oldest first. */
    public List<Answered> answers() {
        return List.copyOf(outside.answers());
    }

    /** What workers were notified of in this run, oldest first. */
    public List<Notice> notices() {
        return List.copyOf(outside.notices());
    }

    // The contract.

    @Override
    public boolean submit(Address to, Lane lane, Function<ReplyTo, Message> message, Consumer<Reply> answered) {
        int waiting = store.queues.entrySet().stream()
                .filter(entry -> entry.getKey().from().equals(Queue.OUTSIDE))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        if (waiting >= settings.inboxMax()) return false;
        ReplyTo caller = outside.call(new Submission(to, lane, message, answered), store.run);
        store.enqueue(new Queue(Queue.OUTSIDE, to), kinds.encode(to, message.apply(caller)), lane, now());
        return true;
    }

    @Override
    public void listen(Consumer<Notice> listener) {
        outside.listen(listener);
    }

    @Override
    public void publish(K published) {
        knowledge = published;
    }

    @Override
    public long run() {
        return store.run;
    }

    @Override
    public Optional<Bytes> row(String table, String key) {
        return store.row(table, key).map(Row::value);
    }

    @Override
    public List<Row> rows(String table, String after, int max) {
        return store.rows(table, after, max);
    }

    @Override
    public long count(String table) {
        return store.count(table);
    }

    @Override
    public List<HistoryRow> history(Address entity, long before, int max) {
        return store.history(entity, before, max);
    }

    @Override
    public List<ParkedMessage> parked(int max) {
        return store.parked.values().stream()
                .limit(max)
                .map(Store.Parked::about)
                .toList();
    }

    @Override
    public boolean redrive(ParkId id) {
        return again(id, (kind, message) -> redriven(kind, message, id));
    }

    @Override
    public boolean dismiss(ParkId id) {
        return again(id, (kind, _) -> dismissed(kind, id));
    }

    private boolean again(ParkId id, BiFunction<EntityKind<?, ?, K>, Bytes, Bytes> message) {
        var parked = Optional.ofNullable(store.parked.remove(id.text()));
        parked.ifPresent(found -> {
            Address entity = found.about().entity();
            Bytes told = message.apply(kinds.at(entity), found.message());
            store.enqueue(new Queue(Queue.AGAIN, entity), told, Lane.BULK, now());
        });
        return parked.isPresent();
    }

    private static <M extends Message> Bytes redriven(EntityKind<?, M, ?> kind, Bytes message, ParkId id) {
        return Kinds.roundTrip(kind.messages(), kind.redrive(kind.messages().decode(message), id));
    }

    private static <M extends Message> Bytes dismissed(EntityKind<?, M, ?> kind, ParkId id) {
        return Kinds.roundTrip(kind.messages(), kind.dismiss(id));
    }
}
