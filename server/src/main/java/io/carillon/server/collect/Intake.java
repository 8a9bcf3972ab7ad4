package io.carillon.server.collect;

import io.carillon.core.event.Event;
import io.carillon.server.cleansing.Cleansing;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the edge hands over what it read, and what it reads with.
 *
 * @param quarantine of calls of which no event can be made
 * @param seen told of the events of each request that were taken; it must be quick
 */
public record Intake(Inlet inlet, Quarantine quarantine, Cleansing cleansing, Consumer<List<Event>> seen) {
    /** With nowhere to keep what is unusable, and nobody who looks. */
    public Intake(Inlet inlet, Cleansing cleansing) {
        this(inlet, Quarantine.NONE, cleansing, _ -> {});
    }
}
