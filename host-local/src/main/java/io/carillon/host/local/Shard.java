package io.carillon.host.local;

import io.carillon.host.local.Stepper.Care;
import io.carillon.host.local.Waiting.Internal;
import io.carillon.host.local.Waiting.Outside;
import io.carillon.host.local.Waiting.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A part of the entities and the one thread that handles them, over and over: take what has arrived, give turns to a
 * bounded group of messages, commit, tell.
 */
final class Shard<K> {
    private static final int WAKE_UPS_AT_ONCE = 256;
    /** A group takes up to so many times its time, so that a slow disk is not mostly waited for. */
    private static final int STRETCH_MAX = 8;

    private static final long IDLE_NANOS_MAX = 100_000_000;
    /** While a wake-up is set: the clock may be set forward meanwhile. */
    private static final long TIMED_IDLE_NANOS_MAX = 10_000_000;

    private final HostState<K> host;
    private final Inbox inbox;
    private final ShardClock clock;
    private final BusyEntities<K> entities;
    private final States states;
    private final Wakeups wakeups;
    private final Attempts attempts;
    private final Group<K> group;
    private final Stepper<K> stepper;
    private final Parking parking;
    private final Ready<K> ready = new Ready<>();
    private final Thread thread;

    private List<Waiting> held = new ArrayList<>();
    private volatile ShardStats stats = ShardStats.NONE;
    private volatile boolean stopping;
    private final AtomicLong rounds = new AtomicLong();
    private volatile long restedIn;
    private volatile boolean sleeping;

    Shard(int number, HostState<K> host) {
        this.host = host;
        var settings = host.settings;
        int shards = host.meta.shards();
        inbox = new Inbox(number, shards, settings.room(), host.kinds);
        host.backlog.addAndGet(inbox.recover(host.store));
        clock = new ShardClock(settings.time(), Meta.lastNow(host.store, number), host.clockAcceptances);
        entities = new BusyEntities<>(host.kinds);
        states = new States(host.store, settings.memory().recentStates() / shards);
        wakeups = new Wakeups(number, host.store);
        attempts = new Attempts(number, host.meta, host.store, clock.now());
        group = new Group<>(number, host, states, wakeups);
        parking = new Parking(number, host.meta.run(), host.store, host.parked);
        stepper = new Stepper<>(host, states, group, wakeups, parking);
        thread = Thread.ofPlatform().name("carillon-shard-" + number).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends after the group under way; what waits stays in the store or is forgotten. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** Takes a message from outside; false when there is no room. */
    boolean offer(Outside message) {
        boolean taken = inbox.offer(message);
        if (taken) rouse();
        return taken;
    }

    void add(Waiting waiting) {
        inbox.add(waiting);
        rouse();
    }

    /** Messages that another shard has committed. */
    void deliver(List<Sent> messages) {
        inbox.deliver(messages);
        rouse();
    }

    /** A message from this shard to itself, of the group under way. For its own thread. */
    void keep(Sent message) {
        if (inbox.admit(message)) enqueue(message);
    }

    void rouse() {
        if (sleeping) LockSupport.unpark(thread);
    }

    ShardStats stats() {
        return stats.waiting(inbox.depth(), inbox.spilled());
    }

    boolean clockLeapt() {
        return clock.leapt();
    }

    /** Has the shard look round; it rested if {@link #restedIn} comes to be this or more. */
    long lookRound() {
        long round = rounds.incrementAndGet();
        LockSupport.unpark(thread);
        return round;
    }

    /** The last round in which there was nothing to do. */
    long restedIn() {
        return restedIn;
    }

    private void run() {
        try {
            while (!stopping) {
                long round = rounds.get();
                Instant now = clock.now(); // before taking: what was accepted before now comes before now's wake-ups
                gather(now);
                if (ready.isEmpty()) {
                    restedIn = round;
                    idle(now, round);
                } else {
                    runGroup();
                }
            }
        } catch (Throwable e) {
            host.fail(e);
        }
    }

    private void gather(Instant now) {
        group.wary(attempts.isWary());
        List<Waiting> behind = held;
        held = new ArrayList<>(0);
        for (Waiting arrived : inbox.take()) {
            if (arrived instanceof Internal) {
                enqueue(arrived);
            } else {
                behind.add(arrived);
            }
        }
        if (inbox.spilled() > 0) inbox.readBack(host.store).forEach(this::enqueue);
        behind.forEach(this::enqueueBehind);
        if (host.hasCaughtUp() && !clock.leapt())
            wakeups.due(now, WAKE_UPS_AT_ONCE).forEach(this::enqueueBehind);
    }

    /** It comes after every message accepted before it: also after those that wait on disk. */
    private void enqueueBehind(Waiting waiting) {
        if (inbox.isSpilledFor(waiting.to())) {
            held.add(waiting);
        } else {
            enqueue(waiting);
        }
    }

    private void enqueue(Waiting waiting) {
        Resident<?, ?, K> resident = entities.busy(waiting.to());
        resident.add(waiting);
        ready.add(resident);
    }

    private void runGroup() {
        long began = System.nanoTime();
        long time = host.settings.group().time().toNanos();
        long timeMax = Math.clamp(2 * stats.lastCommitNanos(), time, STRETCH_MAX * time);
        while (group.steps() < host.settings.group().steps()
                && group.batch().size() < host.settings.group().bytes()) {
            Optional<Resident<?, ?, K>> next = ready.next();
            if (next.isEmpty()) break;
            turn(next.get());
            if (System.nanoTime() - began > timeMax) break;
        }
        if (!group.isEmpty()) commit();
    }

    private void turn(Resident<?, ?, K> resident) {
        if (attempts.suspects(resident.first())) {
            handleAlone(resident);
        } else {
            stepper.handle(resident, resident.remove(), clock.now(), Care.HANDLE);
        }
        if (resident.isWaiting()) ready.add(resident);
    }

    private void handleAlone(Resident<?, ?, K> resident) {
        if (!group.isEmpty()) commit();
        Waiting waiting = resident.remove();
        Care care = attempts.begin(waiting);
        stepper.handle(resident, waiting, clock.now(), care);
        attempts.end(group.batch(), waiting, care);
        commit();
    }

    private void commit() {
        long began = System.nanoTime();
        int steps = group.steps();
        List<Resident<?, ?, K>> concerned = group.commit(clock.now());
        parking.committed();
        for (var resident : concerned) if (!resident.isWaiting()) entities.rest(resident);
        long nanos = System.nanoTime() - began;
        group.tell(inbox);
        stats = stats.plus(steps, nanos, states.hits(), states.misses());
    }

    private void idle(Instant now, long round) {
        sleeping = true;
        if (inbox.isEmpty() && !stopping && rounds.get() == round) LockSupport.parkNanos(this, idleNanos(now));
        sleeping = false;
    }

    private long idleNanos(Instant now) {
        return wakeups.next()
                .map(at -> at.isAfter(now) ? host.settings.time().onMachine(Duration.between(now, at)) : 1_000_000)
                .map(nanos -> Math.min(nanos, TIMED_IDLE_NANOS_MAX))
                .orElse(IDLE_NANOS_MAX);
    }
}
