package io.carillon.core.host;

/**
 * How soon an entity's turn comes. Lanes order entities, never messages: an entity with anything urgent waiting goes
 * first, and then takes its oldest message. What a step sends inherits the lane of the message it handled.
 */
public enum Lane {
    /** Wake-ups, sends under way, and events that a live journey starts or ends with. */
    URGENT,
    /** Everything else. */
    BULK
}
