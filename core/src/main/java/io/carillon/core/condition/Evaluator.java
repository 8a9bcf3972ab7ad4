package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges conditions: exact at every instant, and says when the answer next changes by itself. */
public final class Evaluator {
    /** After so many instants that change nothing, the next one is given all the same: to be judged again then. */
    private static final int TURNS_MAX = 100;

    private Evaluator() {}

    /**
     * The answer now, and until when it surely stands if nothing happens.
     *
     * @param now an instant; what happened later than it does not count yet
     */
    public static Judgement judge(Condition condition, Subject subject, Instant now) {
        boolean holds = holds(condition, subject, now);
        Optional<Instant> next = nextTurn(condition, subject, now);
        // A part can turn without turning the whole.
        for (int turns = 0; turns < TURNS_MAX; turns++) {
            if (next.isEmpty() || holds(condition, subject, next.get()) != holds) break;
            next = nextTurn(condition, subject, next.get());
        }
        return new Judgement(holds, next);
    }

    /** The answer alone. */
    public static boolean holds(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> {
                for (Condition part : parts) if (!holds(part, subject, now)) yield false;
                yield true;
            }
            case Condition.Any(var parts) -> {
                for (Condition part : parts) if (holds(part, subject, now)) yield true;
                yield false;
            }
            case Condition.Not(var part) -> !holds(part, subject, now);
            case Condition.Named(var _, var _, var inner) -> holds(inner, subject, now);
            case Condition.TraitIs(var path, var test) -> test.passes(Traits.at(subject, path));
            case Condition.TraitDate(var path, var test) -> {
                for (Value value : Traits.at(subject, path)) if (test.test(value, now, subject.zone())) yield true;
                yield false;
            }
            case Condition.Measured measured -> Measuring.of(measured, subject).holds(now);
            case Condition.Sequence sequence -> Sequences.of(sequence, subject).holds(now);
            case Condition.Subscription(var channel, var topic, var standing) ->
                switch (standing) {
                    case SUBSCRIBED -> subject.consents().allow(topic, channel);
                    case UNSUBSCRIBED -> !subject.consents().allow(topic, channel);
                    case UNDECIDED ->
                        subject.consents()
                                .choice(new io.carillon.core.person.Subscription(channel, topic.id()))
                                .isEmpty();
                };
            case Condition.Reachable(var channel) -> subject.isReachable(channel);
            case Condition.OnJourney(var journey) -> subject.isOn(journey);
            case Condition.Bucket(var salt, var from, var to) -> {
                BigDecimal number = Buckets.numberOf(salt, subject.splitKey());
                yield number.compareTo(from) >= 0 && number.compareTo(to) < 0;
            }
        };
    }

    /** What a measure comes to now; nothing when there is nothing to measure. */
    public static Optional<Value> measure(Condition.Measured measured, Subject subject, Instant now) {
        return Measuring.of(measured, subject).value(now);
    }

    /** No later than the first instant after {@code now} at which the answer may be another. */
    private static Optional<Instant> nextTurn(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> earliest(parts, subject, now, false);
            case Condition.Any(var parts) -> earliest(parts, subject, now, true);
            case Condition.Not(var part) -> nextTurn(part, subject, now);
            case Condition.Named(var _, var _, var inner) -> nextTurn(inner, subject, now);
            case Condition.TraitDate(var path, var test) ->
                Traits.at(subject, path).stream()
                        .flatMap(value -> test.turns(value, now, subject.zone()).stream())
                        .min(Instant::compareTo);
            case Condition.Measured measured -> Measuring.of(measured, subject).turns(now);
            case Condition.Sequence sequence -> Sequences.of(sequence, subject).turns(now);
            case Condition.TraitIs _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ -> Optional.empty();
        };
    }

    /** @param decides the answer of one part that is the answer of the whole, whatever the others say */
    private static Optional<Instant> earliest(List<Condition> parts, Subject subject, Instant now, boolean decides) {
        Optional<Instant> earliest = Optional.empty();
        for (Condition part : parts) {
            Optional<Instant> turns = nextTurn(part, subject, now);
            if (turns.isEmpty() && holds(part, subject, now) == decides) return Optional.empty();
            if (earliest.isEmpty() || (turns.isPresent() && turns.get().isBefore(earliest.get()))) earliest = turns;
        }
        return earliest;
    }
}
