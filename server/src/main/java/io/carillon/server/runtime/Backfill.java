package io.carillon.server.runtime;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.backfill.BackfillKind;
import io.carillon.core.entity.backfill.BackfillMessage;
import io.carillon.core.entity.backfill.BackfillState;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every customer that there are new definitions, in the order of their ids and in the background: a few at a time,
 * with pauses three times as long as the work, and longer ones while others wait for the host. It notes how far it is, and
 * goes on there after a restart; definitions that change meanwhile begin it again. One thread of its own.
 */
final class Backfill implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int PAUSE_FACTOR = 3;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final Duration YIELD_MAX = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NOTED_EVERY = Duration.ofMillis(500);
    /** Others' messages that wait: with more, it waits too. */
    private static final long BUSY = 256;

    /** Customers with a long history that are asked again at the end. */
    private static final int COUNTING_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private final Host<Knowledge> host;
    private final Asking asking;
    private final Supplier<Knowledge> knowledge;
    private final LongSupplier waiting;
    private final Semaphore news = new Semaphore(1); // at the start there may be something left to do
    private final Thread thread = Thread.ofPlatform().name("backfill").daemon().unstarted(this::run);
    private volatile BackfillState state = BackfillState.NONE;
    private volatile boolean closed;

    /**
     * Begins with {@link #start}.
     *
     * @param knowledge what is published
     * @param waiting how many messages wait for the host
     */
    Backfill(Host<Knowledge> host, Asking asking, Supplier<Knowledge> knowledge, LongSupplier waiting) {
        this.host = host;
        this.asking = asking;
        this.knowledge = knowledge;
        this.waiting = waiting;
    }

    void start() {
        thread.start();
    }

    /** Something was published. */
    void published() {
        news.release();
    }

    BackfillState state() {
        return state;
    }

    private void run() {
        try {
            while (!closed) {
                news.acquire();
                news.drainPermits();
                sweep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            if (!closed) LOG.error("the back-fill ends; a restart goes on with it", e);
        }
    }

    private void sweep() throws InterruptedException {
        Knowledge known = knowledge.get();
        String version = BackfillState.versionOf(known);
        BackfillState at = note(replyTo -> new BackfillMessage.Begin(
                version, BackfillState.definitionsOf(known), host.count(PersonKind.CUSTOMERS), replyTo));
        if (at.isFinished()) return;
        LOG.info(
                "back-fill of {} segments: {} of {} customers are done",
                at.segments().size(),
                at.done(),
                at.total());
        var counting = new ArrayList<Row>();
        String cursor = at.cursor();
        long done = at.done();
        long notedAt = System.nanoTime();
        for (List<Row> rows = rows(cursor); !rows.isEmpty(); rows = rows(cursor)) {
            if (isOver(version)) return;
            tell(rows).stream().limit(COUNTING_MAX - counting.size()).forEach(counting::add);
            cursor = rows.getLast().key();
            done += rows.size();
            state = state.isFinished() ? state : progress(state, cursor, done);
            if (System.nanoTime() - notedAt < NOTED_EVERY.toNanos()) continue;
            note(advance(version, cursor, done, false));
            notedAt = System.nanoTime();
        }
        List<Row> left = counting;
        while (!left.isEmpty() && !isOver(version)) {
            var still = new ArrayList<Row>();
            for (int from = 0; from < left.size(); from += AT_ONCE) {
                still.addAll(tell(left.subList(from, Math.min(left.size(), from + AT_ONCE))));
            }
            left = still;
        }
        if (isOver(version)) return;
        note(advance(version, cursor, done, true));
        LOG.info("back-fill is done: {} customers", done);
    }

    private static BackfillState progress(BackfillState state, String cursor, long done) {
        return new BackfillState(
                state.version(),
                state.definitions(),
                state.segments(),
                cursor,
                done,
                Math.max(done, state.total()),
                state.startedAt(),
                state.finishedAt());
    }

    private static Function<ReplyTo, BackfillMessage> advance(
            String version, String cursor, long done, boolean finished) {
        return replyTo -> new BackfillMessage.Advance(version, cursor, done, finished, replyTo);
    }

    /** Something newer was published, or the engine ends. */
    private boolean isOver(String version) {
        return closed || !BackfillState.versionOf(knowledge.get()).equals(version);
    }

    private List<Row> rows(String cursor) {
        return host.rows(PersonKind.CUSTOMERS, cursor, AT_ONCE);
    }

    /** Stores how far it is, for as long as it takes. */
    private BackfillState note(Function<ReplyTo, BackfillMessage> message) throws InterruptedException {
        while (!closed) {
            Asking.Outcome outcome = asking.ask(BackfillKind.ADDRESS, Lane.BULK, message::apply);
            if (outcome instanceof Asking.Outcome.Answered(BackfillMessage.Answer(var now))) {
                state = now;
                return now;
            }
            pause(PAUSE_MAX);
        }
        throw new InterruptedException();
    }

    /** Tells some customers, and rests; gives those whose history is still being counted. */
    private List<Row> tell(List<Row> rows) throws InterruptedException {
        yieldToOthers();
        long began = System.nanoTime();
        var counting = new ArrayList<Row>();
        var answered = new CountDownLatch(rows.size());
        for (Row row : rows) {
            while (!submit(row, reply -> {
                if (reply instanceof Answers.Refreshed(var freshness) && freshness == Answers.Freshness.COUNTING) {
                    synchronized (counting) {
                        counting.add(row);
                    }
                }
                answered.countDown();
            })) {
                pause(Duration.ofMillis(50));
            }
        }
        // What is not answered by then is handled all the same, or was refused by a host that has failed.
        if (!answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} customers take longer than {}", answered.getCount(), PATIENCE);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration rest = took.multipliedBy(PAUSE_FACTOR);
        pause(rest.compareTo(PAUSE_MAX) < 0 ? rest : PAUSE_MAX);
        synchronized (counting) {
            return List.copyOf(counting);
        }
    }

    private boolean submit(Row row, Consumer<Reply> answered) throws InterruptedException {
        if (closed) throw new InterruptedException();
        CustomerRef customer = CustomerRef.decode(row.value());
        return host.submit(
                customer.address(),
                Lane.BULK,
                replyTo -> new PersonMessage.ToCustomer(customer, new CustomerMessage.Refresh(replyTo)),
                answered);
    }

    /** However long others keep the host busy, some of it is done now and then. */
    private void yieldToOthers() throws InterruptedException {
        long end = System.nanoTime() + YIELD_MAX.toNanos();
        while (waiting.getAsLong() > BUSY && System.nanoTime() < end) pause(Duration.ofMillis(20));
    }

    private void pause(Duration duration) throws InterruptedException {
        if (closed) throw new InterruptedException();
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /** Ends between two messages; nothing is lost by that. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
