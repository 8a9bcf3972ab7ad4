package io.carillon.server.quarantine;

import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.event.Event;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Inlet;
import io.carillon.server.collect.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses calls that can be used by now, in the order in which they happened. One at a time; each call is settled once its
 * event is in, so that whatever ends it, the next replay goes on with the rest. A call that is read twice is known by its
 * messageId.
 */
public final class Replay implements AutoCloseable {
    private static final int TOGETHER = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final KeptCalls quarantine;
    private final CallReader reader;
    private final Inlet inlet;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Progress progress = Progress.NONE;
    private volatile boolean closed;

    /**
     * How far it is.
     *
     * @param total calls that were open when it began
     * @param used whose events are in
     * @param unusable that still cannot be used, and stay
     * @param failure why it ended early, if it did
     */
    public record Progress(
            boolean isRunning,
            Optional<Instant> startedAt,
            int total,
            int used,
            int unusable,
            Optional<String> failure) {
        static final Progress NONE = new Progress(false, Optional.empty(), 0, 0, 0, Optional.empty());
    }

    private record Due(Instant at, String id) {}

    public Replay(KeptCalls quarantine, CallReader reader, Inlet inlet) {
        this.quarantine = quarantine;
        this.reader = reader;
        this.inlet = inlet;
    }

    public Progress progress() {
        return progress;
    }

    /** Begins, unless one is under way; that is the answer. */
    public boolean start(Filter filter, Instant now) {
        if (closed || !running.compareAndSet(false, true)) return false;
        progress = new Progress(true, Optional.of(now), 0, 0, 0, Optional.empty());
        Thread.ofVirtual().name("quarantine-replay").start(() -> run(filter));
        return true;
    }

    private void run(Filter filter) {
        Optional<String> failure = Optional.empty();
        try {
            List<Due> due = due(filter);
            progress = new Progress(true, progress.startedAt, due.size(), 0, 0, Optional.empty());
            for (int from = 0; from < due.size() && !closed; from += TOGETHER) {
                use(due.subList(from, Math.min(due.size(), from + TOGETHER)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Optional.of("interrupted");
        } catch (RuntimeException e) {
            LOG.error("the replay of calls in quarantine ended early; the rest stays open", e);
            failure = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            progress =
                    new Progress(false, progress.startedAt, progress.total, progress.used, progress.unusable, failure);
            running.set(false);
        }
    }

    private List<Due> due(Filter filter) {
        var open = new Filter(filter.source(), filter.reason(), Optional.of(Status.OPEN));
        var due = new ArrayList<Due>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            KeptCalls.Page page = quarantine.list(open, cursor.get(), TOGETHER * 10);
            for (QuarantineRow row : page.rows()) due.add(new Due(row.at(), row.id()));
            cursor = page.next();
        }
        due.sort(Comparator.comparing(Due::at).thenComparing(Due::id));
        return due;
    }

    private void use(List<Due> some) throws InterruptedException {
        var events = new ArrayList<Event>();
        var ids = new ArrayList<String>();
        int unusable = 0;
        for (Due one : some) {
            switch (read(one.id)) {
                case CallReader.Outcome.Usable(var event, var _) -> {
                    events.add(event);
                    ids.add(one.id);
                }
                case CallReader.Outcome.Unusable _ -> unusable++;
            }
        }
        while (!events.isEmpty() && inlet.receive(events, PATIENCE) != Taken.DONE) {
            if (closed) return;
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        for (String id : ids) settle(id);
        progress = new Progress(
                true,
                progress.startedAt,
                progress.total,
                progress.used + ids.size(),
                progress.unusable + unusable,
                Optional.empty());
    }

    private CallReader.Outcome read(String id) throws InterruptedException {
        return switch (asked(id)) {
            case KeptCalls.Found.Call(var call) when call.status() == Status.OPEN -> reader.read(call);
            case KeptCalls.Found.Call _, KeptCalls.Found.Unknown _, KeptCalls.Found.Busy _ ->
                new CallReader.Outcome.Unusable(List.of(new QuarantinedCall.Why("gone", "")));
        };
    }

    private KeptCalls.Found asked(String id) throws InterruptedException {
        KeptCalls.Found found = quarantine.show(id);
        while (found instanceof KeptCalls.Found.Busy && !closed) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            found = quarantine.show(id);
        }
        return found;
    }

    private void settle(String id) throws InterruptedException {
        while (quarantine.settle(id, Status.REPLAYED) instanceof KeptCalls.Found.Busy && !closed)
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }

    /** Ends after the calls under way. */
    @Override
    public void close() {
        closed = true;
    }
}
