package io.carillon.server.collect;

import io.carillon.core.event.Event;
import java.util.List;

/** What a call came to. */
sealed interface Reading {
    /** An event; the problems cost only parts of it. */
    record Usable(Event event, List<Problem> problems) implements Reading {}

    /** No event can be made of it. */
    record Unusable(Problem problem) implements Reading {}
}
