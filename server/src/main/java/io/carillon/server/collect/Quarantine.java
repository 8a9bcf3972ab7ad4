package io.carillon.server.collect;

import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where calls are kept of which no event could be made, until somebody repaired them. Thread-safe. */
@FunctionalInterface
public interface Quarantine {
    /** Keeps nothing: what is unusable is counted, and gone. */
    Quarantine NONE = _ -> Taken.DONE;

    /**
     * Takes the unusable calls of one request, after its usable ones; returns when they are kept durably. Sent again, they
     * may come again.
     */
    Taken take(List<Call> calls);

    /**
     * A call as it was sent.
     *
     * @param type by its path; empty when the call's own {@code type} says it, or should
     * @param batch what it inherits from its request: {@code context}, {@code integrations}, {@code sentAt}
     * @param problems all that is wrong with it, at least one
     */
    record Call(
            String source,
            Instant receivedAt,
            Optional<EventType> type,
            Value call,
            Value.Fields batch,
            List<Problem> problems) {
        public Call {
            problems = List.copyOf(problems);
        }
    }
}
