package io.carillon.core.condition;

import io.carillon.core.event.Event;

/**
 * A test that an event's property passes.
 *
 * @param property dotted path into the event's properties
 */
public record Where(String property, ValueTest test) {
    public boolean matches(Event event) {
        return test.test(event.properties().at(property));
    }
}
