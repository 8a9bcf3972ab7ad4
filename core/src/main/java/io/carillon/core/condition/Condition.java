package io.carillon.core.condition;

import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A question about a person that has one answer at every instant. */
public sealed interface Condition {

    /** Every part holds; with no parts it holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; with no parts it does not. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /**
     * A condition that has a name of its own, such as a segment, and holds when what it stands for does.
     *
     * @param kind what defines it, as a sentence says it: {@code segment}, {@code role}
     */
    record Named(String kind, String name, Condition condition) implements Condition {}

    /**
     * What is known of the person passes a test.
     *
     * @param path see {@link Path}, for example {@code address.country}
     */
    record TraitIs(String path, ValueTest test) implements Condition {}

    /** A date that is known of the person is near, as their own clock sees it; of several values one suffices. */
    record TraitDate(String path, DateTest test) implements Condition {}

    /** What is worked out from the occurrences in a window passes a test. */
    record Measured(EventQuery query, Measure measure, Window window, ValueTest test) implements Condition {
        public Measured {
            if (query.keyProperty().isPresent()) {
                throw new IllegalArgumentException("a condition counts over all keys, so its query has none");
            }
        }
    }

    /**
     * One thing after the other, all of them in the window.
     *
     * @param steps at least two; of each as many of the latest occurrences are known as {@link Tracking} keeps
     */
    record Sequence(List<Then> steps, Window window) implements Condition {
        public static final int STEPS_MAX = 10;

        public Sequence {
            steps = List.copyOf(steps);
            if (steps.size() < 2 || steps.size() > STEPS_MAX) {
                throw new IllegalArgumentException(
                        "a sequence has 2 to %d steps, was %d".formatted(STEPS_MAX, steps.size()));
            }
        }
    }

    /**
     * A step of a sequence.
     *
     * @param within at most this long after the step before
     * @param without none of these strictly between the step before and this one
     */
    record Then(EventQuery query, Optional<Duration> within, List<EventQuery> without) {
        public Then {
            without = List.copyOf(without);
        }
    }

    /** How the person stands to a topic on a channel. */
    record Subscription(Channel channel, Topic topic, Standing standing) implements Condition {}

    /** Whether messages on a topic are wanted. */
    enum Standing {
        /** By choice, or by the topic's default. */
        SUBSCRIBED,
        UNSUBSCRIBED,
        /** No choice was made. */
        UNDECIDED
    }

    /** A message on the channel could be sent: somebody carries it, and an address is known. */
    record Reachable(Channel channel) implements Condition {}

    /** The person is on their way through a journey now. */
    record OnJourney(String journey) implements Condition {}

    /**
     * The person's random number is in {@code from ≤ n < to}. It is drawn once from the person's split key, so it is the
     * same before and after sign-up; another salt draws other numbers.
     *
     * @param from at least 0
     * @param to at most 100
     */
    record Bucket(String salt, BigDecimal from, BigDecimal to) implements Condition {
        public Bucket {
            if (from.signum() < 0 || to.compareTo(BigDecimal.valueOf(100)) > 0 || from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("a bucket is a part of 0 to 100, was %s to %s".formatted(from, to));
            }
            from = from.stripTrailingZeros();
            to = to.stripTrailingZeros();
        }
    }
}
