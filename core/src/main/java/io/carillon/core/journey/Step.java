package io.carillon.core.journey;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.message.MessageName;
import java.time.Duration;

/** One thing that a journey does. Where it says no other, the next one follows; it never goes back. */
public sealed interface Step {
    StepId id();

    /**
     * Lets time pass.
     *
     * @param duration zero or longer
     */
    record Wait(StepId id, Duration duration) implements Step {}

    /**
     * Waits until something happens, see {@link Run#since}.
     *
     * @param event with a key: one of the run's key
     * @param atMost after so long it goes on all the same
     */
    record WaitFor(StepId id, EventQuery event, Duration atMost) implements Step {}

    /**
     * Waits while a condition does not hold.
     *
     * @param atMost after so long it goes on all the same
     */
    record WaitUntil(StepId id, Condition condition, Duration atMost) implements Step {}

    /** Wishes to say something. */
    record Send(StepId id, MessageName message) implements Step {}

    /**
     * Goes one of two ways.
     *
     * @param condition by which the next step follows
     * @param otherwise index of the step that follows when it does not hold: further on, or the end
     */
    record Branch(StepId id, Condition condition, int otherwise) implements Step {}

    /**
     * The end of one way, which passes over the other.
     *
     * @param to index of the step that follows: further on, or the end
     */
    record Go(StepId id, int to) implements Step {}
}
