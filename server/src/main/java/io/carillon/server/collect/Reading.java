package io.carillon.server.collect;

import io.carillon.core.event.Event;
import java.util.List;

/** What a call came to. */
sealed interface Reading {
    /** All that is wrong. */
    List<Problem> problems();

    /** An event; the problems cost only parts of it. */
    record Usable(Event event, List<Problem> problems) implements Reading {}

    /** No event can be made of it, or a plan wants it repaired first. What decides that comes first. */
    record Unusable(List<Problem> problems) implements Reading {}

    /** An event that a plan forbids. */
    record Blocked(List<Problem> problems) implements Reading {}
}
