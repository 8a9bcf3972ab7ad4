package io.carillon.server.quarantine;

import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Why;
import io.carillon.core.event.Event;
import java.util.List;

/** Reads a call once more, by the rules of today, as it would have been read when it came. */
@FunctionalInterface
public interface CallReader {
    /** What it comes to. */
    sealed interface Outcome {
        /** @param parts what it costs only parts of the event */
        record Usable(Event event, List<Why> parts) implements Outcome {}

        record Unusable(List<Why> reasons) implements Outcome {}
    }

    /** Reads {@link QuarantinedCall#text}. The event is of history: it starts nothing. */
    Outcome read(QuarantinedCall call);
}
