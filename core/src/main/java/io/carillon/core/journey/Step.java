package io.carillon.core.journey;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.message.MessageName;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /**
     * Waits until the person's clock next shows a time.
     *
     * @param days on which it may; not empty
     */
    record WaitTime(StepId id, LocalTime time, SortedSet<DayOfWeek> days) implements Step {
        public WaitTime {
            days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        }
    }

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

    /**
     * Goes one of several ways, by lot. A person's lot for a step is fixed, also across runs, sign-up and versions.
     *
     * @param ways at least two
     */
    record Split(StepId id, List<Way> ways) implements Step {
        public Split {
            ways = List.copyOf(ways);
        }

        /** Who draws what: independent of every other split. */
        public String salt(JourneyId journey) {
            return "split/" + journey.text() + "/" + id.text();
        }

        /**
         * The way of a number that is drawn once per person.
         *
         * @param number from 0 to below 100
         */
        public Way wayOf(BigDecimal number) {
            int total = ways.stream().mapToInt(Way::weight).sum();
            BigDecimal drawn = number.multiply(BigDecimal.valueOf(total)).movePointLeft(2);
            int upTo = 0;
            for (Way way : ways) {
                upTo += way.weight();
                if (drawn.compareTo(BigDecimal.valueOf(upTo)) < 0) return way;
            }
            return ways.getLast();
        }
    }

    /**
     * One way of a split.
     *
     * @param weight its share of the sum of all; not negative
     * @param to index of its first step, or of what follows the split
     */
    record Way(String name, int weight, int to) {}

    /** Notes facts about the person, as though a silo had said them now. */
    record SetTraits(StepId id, List<Setting> settings) implements Step {
        public SetTraits {
            settings = List.copyOf(settings);
        }
    }

    /** One trait and what it becomes. */
    record Setting(String trait, Given value) {}

    /** Where a value comes from. */
    sealed interface Given {
        /** {@link Value.Nothing} takes the trait away. */
        record Literal(Value value) implements Given {}

        /** A property of the event that started the run; where it is missing the trait stays as it is. */
        record OfEvent(String path) implements Given {}
    }

    /** Lets the person enter another journey, with this run's key and events, under that journey's own rules. */
    record Start(StepId id, JourneyId journey) implements Step {}

    /** Ends all runs that the person has in a journey. */
    record Stop(StepId id, JourneyId journey) implements Step {}

    /**
     * Tells a webhook.
     *
     * @param body template of JSON; none for the plain form
     * @param atMost how long the outcome is waited for; none where the run goes on at once
     */
    record Call(StepId id, String webhook, Optional<String> body, Optional<Duration> atMost) implements Step {}
}
