package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;

/** Something that happened to a person, as conditions see it: what they did, or what we did. */
public record Occurrence(Kind kind, String name, Value.Fields properties, Stamp stamp) {

    /** Whose word a name is, so that a shop's event is never taken for one of ours. Stored by name. */
    public enum Kind {
        /** What a person did; the name is the event's. */
        EVENT,
        /** What became of a message to them; the name is the status, such as {@code sent}. */
        MESSAGE,
        /** What became of their way through a journey: {@code entered}, or how it ended. */
        JOURNEY
    }

    public static Occurrence of(Event event) {
        return new Occurrence(Kind.EVENT, event.name(), event.properties(), event.stamp());
    }
}
