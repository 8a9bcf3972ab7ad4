package io.carillon.core.journey;

import java.time.Duration;

/** Whether a key that had a run may start another one after it ended. */
public sealed interface Reentry {
    record Never() implements Reentry {}

    record Always() implements Reentry {}

    /**
     * Only after a pause.
     *
     * @param pause since the end of the run before
     */
    record After(Duration pause) implements Reentry {}
}
