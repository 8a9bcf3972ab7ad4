package io.carillon.core.audit.judge;

/**
 * What a finding is about.
 *
 * @param event empty when it is about the source
 * @param field a path within the event, {@code properties.items.*.price}, or what else tells findings of one kind apart: a
 *     reason, a trait and another source; empty when it is about the event
 */
public record Subject(String source, String event, String field) {
    static Subject of(String source) {
        return new Subject(source, "", "");
    }

    static Subject of(String source, String event) {
        return new Subject(source, event, "");
    }

    /** {@code properties.total of "Order Completed"}. */
    String shown() {
        if (field.isEmpty()) return event.isEmpty() ? source : "\"" + event + "\"";
        return event.isEmpty() ? field : field + " of \"" + event + "\"";
    }
}
