package io.carillon.server.runtime;

import io.carillon.core.entity.RetentionSweep;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.retention.RetentionKind;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.retention.RetentionMessage;
import io.carillon.core.entity.retention.RetentionState;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what is too old taken out, once a day and in the background: a page of a list at a time, with pauses longer than the
 * work, and longer ones while others wait for the host. It notes how far it is, and goes on there after a restart. One
 * thread of its own.
 */
final class Retaining implements AutoCloseable {
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration LOOKED_AFTER = Duration.ofSeconds(20);
    private static final int PAUSE_FACTOR = 3;
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final Duration YIELD_MAX = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NOTED_EVERY = Duration.ofMillis(500);
    /** Others' messages that wait: with more, it waits too. */
    private static final long BUSY = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Retaining.class);

    private final Host<Knowledge> host;
    private final Asking asking;
    private final Supplier<Knowledge> knowledge;
    private final InstantSource clock;
    private final LongSupplier waiting;
    private final Thread thread = Thread.ofPlatform().name("retention").daemon().unstarted(this::run);
    private volatile RetentionState state = RetentionState.NONE;
    private volatile boolean closed;

    /**
     * Begins with {@link #start}.
     *
     * @param knowledge what is published
     * @param clock by which steps are taken
     * @param waiting how many messages wait for the host
     */
    Retaining(
            Host<Knowledge> host,
            Asking asking,
            Supplier<Knowledge> knowledge,
            InstantSource clock,
            LongSupplier waiting) {
        this.host = host;
        this.asking = asking;
        this.knowledge = knowledge;
        this.clock = clock;
        this.waiting = waiting;
    }

    void start() {
        thread.start();
    }

    RetentionState state() {
        return state;
    }

    private void run() {
        try {
            note(RetentionMessage.Show::new);
            while (!closed) {
                if (isDue()) round();
                pause(LOOKED_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            if (!closed) LOG.error("what is too old stays; a restart goes on with it", e);
        }
    }

    private boolean isDue() {
        RetentionState now = state;
        return now.finishedAt()
                .map(_ -> !clock.instant().isBefore(now.startedAt().plus(EVERY)))
                .orElse(true);
    }

    /** Goes on where it was. */
    private void round() throws InterruptedException {
        RetentionState at = note(RetentionMessage.Begin::new);
        String cursor = at.cursor();
        for (RetentionList stage : EnumSet.range(at.stage(), RetentionList.LAST)) {
            through(stage, cursor);
            cursor = "";
        }
        note(RetentionMessage.End::new);
        LOG.info("what was too old is gone; rows so far: {}", state.removed());
    }

    private void through(RetentionList stage, String from) throws InterruptedException {
        String cursor = from;
        long removed = 0;
        long notedAt = System.nanoTime();
        boolean isLast = false;
        while (!isLast) {
            RetentionSweep.Page page = RetentionSweep.page(host, knowledge.get(), stage, cursor, clock.instant());
            removed += tell(page);
            cursor = page.cursor();
            isLast = page.isLast();
            if (!isLast && System.nanoTime() - notedAt < NOTED_EVERY.toNanos()) continue;
            note(advance(stage, cursor, removed));
            removed = 0;
            notedAt = System.nanoTime();
        }
    }

    private static Function<ReplyTo, RetentionMessage> advance(RetentionList stage, String cursor, long removed) {
        return replyTo -> new RetentionMessage.Advance(stage, cursor, removed, replyTo);
    }

    /** Tells some owners, and rests; gives how many rows went. */
    private long tell(RetentionSweep.Page page) throws InterruptedException {
        yieldToOthers();
        long began = System.nanoTime();
        var removed = new AtomicLong();
        var answered = new CountDownLatch(page.tasks().size());
        for (RetentionSweep.Task task : page.tasks()) {
            if (closed) throw new InterruptedException();
            while (!host.submit(task.to(), Lane.BULK, task.message(), reply -> {
                if (reply instanceof Answers.Forgotten(var rows)) removed.addAndGet(rows);
                answered.countDown();
            })) {
                pause(Duration.ofMillis(50));
            }
        }
        // What is not answered by then is done all the same, but not counted.
        if (!answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} owners of what is too old take longer than {}", answered.getCount(), PATIENCE);
        }
        Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(PAUSE_FACTOR);
        pause(rest.compareTo(PAUSE_MAX) < 0 ? rest : PAUSE_MAX);
        return removed.get();
    }

    /** Stores how far it is, for as long as it takes. */
    private RetentionState note(Function<ReplyTo, RetentionMessage> message) throws InterruptedException {
        while (!closed) {
            Asking.Outcome outcome = asking.ask(RetentionKind.ADDRESS, Lane.BULK, message::apply);
            if (outcome instanceof Asking.Outcome.Answered(RetentionMessage.Answer(var now))) {
                state = now;
                return now;
            }
            pause(PAUSE_MAX);
        }
        throw new InterruptedException();
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
