package io.carillon.core.journey;

import io.carillon.core.message.MessageName;
import java.time.Duration;

/** One thing that a journey does. */
public sealed interface Step {
    StepId id();

    /**
     * Lets time pass.
     *
     * @param duration zero or longer
     */
    record Wait(StepId id, Duration duration) implements Step {}

    /** Wishes to say something. */
    record Send(StepId id, MessageName message) implements Step {}
}
