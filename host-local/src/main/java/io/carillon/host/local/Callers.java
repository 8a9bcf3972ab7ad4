package io.carillon.host.local;

import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who outside waits for an answer in this run. */
final class Callers {
    /** Somebody so many calls behind is given up: an entity that never answers must not fill the memory. */
    private static final int WAITING_MAX = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final long run;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Consumer<Reply>> waiting = new ConcurrentHashMap<>();

    Callers(long run) {
        this.run = run;
    }

    ReplyTo add(Consumer<Reply> answered) {
        long number = last.incrementAndGet();
        waiting.put(number, answered);
        if (number > WAITING_MAX) waiting.remove(number - WAITING_MAX);
        return new ReplyTo(run, number);
    }

    void forget(ReplyTo caller) {
        waiting.remove(caller.number());
    }

    void answer(ReplyTo to, Reply reply) {
        if (to.run() != run) return;
        Consumer<Reply> caller = waiting.remove(to.number());
        if (caller == null) return;
        try {
            caller.accept(reply);
        } catch (RuntimeException e) {
            LOG.error("a caller failed on its answer", e);
        }
    }
}
