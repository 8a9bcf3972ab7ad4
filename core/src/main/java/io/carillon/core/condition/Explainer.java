package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why somebody meets a condition or does not, by the smallest part of it that decides. */
public final class Explainer {
    private Explainer() {}

    /** Agrees with {@link Evaluator#holds}. */
    public static Explanation explain(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> decisive(parts, subject, now, true);
            case Condition.Any(var parts) -> decisive(parts, subject, now, false);
            case Condition.Not(var part) -> new Explanation.Opposite(explain(part, subject, now));
            case Condition.Named(var kind, var name, var inner) ->
                new Explanation.ByName(kind, name, explain(inner, subject, now));
            case Condition.TraitIs _,
                    Condition.TraitDate _,
                    Condition.Measured _,
                    Condition.Sequence _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ ->
                new Explanation.Fact(Evaluator.holds(condition, subject, now), fact(condition, subject, now));
        };
    }

    /**
     * All parts when they agree; otherwise the one with the smallest explanation among those that decide.
     *
     * @param usual the answer that all parts must give to be the answer of the whole
     */
    private static Explanation decisive(List<Condition> conditions, Subject subject, Instant now, boolean usual) {
        if (conditions.isEmpty()) return new Explanation.Fact(usual, usual ? "nothing is asked" : "nothing would do");
        List<Explanation> parts = conditions.stream()
                .map(condition -> explain(condition, subject, now))
                .toList();
        return parts.stream()
                .filter(part -> part.holds() != usual)
                .min(Comparator.comparingInt(Explanation::size))
                .orElseGet(() -> parts.size() == 1 ? parts.getFirst() : new Explanation.Together(usual, parts));
    }

    private static String fact(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.TraitIs(var path, var test) ->
                "%s is %s, expected %s".formatted(path, Wording.values(Traits.at(subject, path)), Wording.of(test));
            case Condition.TraitDate(var path, var test) ->
                "%s is %s, expected %s".formatted(path, Wording.values(Traits.at(subject, path)), Wording.of(test));
            case Condition.Measured measured -> fact(measured, subject, now);
            case Condition.Sequence(var steps, var window) -> {
                String sequence = steps.stream().map(Wording::of).collect(Collectors.joining(", then "));
                boolean happened = Evaluator.holds(condition, subject, now);
                yield "%s%s %s".formatted(sequence, Wording.of(window), happened ? "happened" : "did not happen");
            }
            case Condition.Subscription(var channel, var topic, var standing) -> {
                String stands = subject.consents().allow(topic, channel) ? "subscribed" : "unsubscribed";
                boolean isChoice = subject.consents()
                        .choice(new io.carillon.core.person.Subscription(channel, topic.id()))
                        .isPresent();
                yield "%s by %s is %s%s, expected %s"
                        .formatted(
                                topic.id().text(),
                                channel.word(),
                                stands,
                                isChoice
                                        ? ""
                                        : subject.consents().met()
                                                ? " without a choice"
                                                : " as they are known by an import only",
                                Wording.word(standing));
            }
            case Condition.Reachable(var channel) ->
                "%s is %s".formatted(channel.word(), subject.isReachable(channel) ? "reachable" : "not reachable");
            case Condition.OnJourney(var journey) ->
                "%s the journey %s".formatted(subject.isOn(journey) ? "on" : "not on", journey);
            case Condition.Bucket(var salt, var from, var to) ->
                "random number %s of \"%s\", expected %s to %s"
                        .formatted(
                                Buckets.numberOf(salt, subject.splitKey()).toPlainString(),
                                salt,
                                from.toPlainString(),
                                to.toPlainString());
            case Condition.All _, Condition.Any _, Condition.Not _, Condition.Named _ ->
                throw new IllegalArgumentException("is made of parts");
        };
    }

    private static String fact(Condition.Measured measured, Subject subject, Instant now) {
        Optional<Value> value = Evaluator.measure(measured, subject, now);
        String what = Wording.of(measured.query());
        String window = Wording.of(measured.window());
        String expected = Wording.of(measured.test());
        if (measured.measure().aggregate() == Measure.Aggregate.COUNT) {
            return "%s counted %s%s%s, expected %s"
                    .formatted(what, Wording.value(value), orMore(measured, value), window, expected);
        }
        return "%s of %s of %s%s is %s, expected %s"
                .formatted(
                        Wording.word(measured.measure().aggregate()),
                        measured.measure().property(),
                        what,
                        window,
                        Wording.value(value),
                        expected);
    }

    /** Where only so many are kept as the test needs, there may have been more. */
    private static String orMore(Condition.Measured measured, Optional<Value> value) {
        return Tracking.keptFor(measured)
                .filter(kept -> value.equals(Optional.of(Value.of((long) kept))))
                .map(_ -> " or more")
                .orElse("");
    }
}
