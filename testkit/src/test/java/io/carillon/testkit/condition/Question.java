package io.carillon.testkit.condition;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Judgement;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Tracking;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Shrinker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition and somebody of whom it is asked.
 *
 * @param end when all of their past has happened
 */
record Question(Condition condition, Past past, Instant end, Tracking.Bounds bounds) {
    /** So little room that it is soon full. */
    static final Tracking.Bounds TIGHT = new Tracking.Bounds(5, 3, 1_000, 1_000_000_000);

    static final Tracking.Bounds ROOMY = new Tracking.Bounds(1_000, 2_000, 1_000, 1_000_000_000);

    static Question any(Chance chance) {
        var pasts = new RandomPasts(chance);
        Condition condition = new RandomConditions(chance, pasts).condition(2);
        return new Question(condition, pasts.past(30), pasts.end(), chance.chance(0.5) ? TIGHT : ROOMY);
    }

    static Question ofALeaf(Chance chance) {
        var pasts = new RandomPasts(chance);
        Condition condition = new RandomConditions(chance, pasts).leaf();
        return new Question(condition, pasts.past(30), pasts.end(), chance.chance(0.5) ? TIGHT : ROOMY);
    }

    static Shrinker<Question> smaller() {
        return question -> Stream.concat(
                        parts(question.condition()).map(question::with),
                        Shrinker.<Occurrence>lists().smaller(question.past().happened()).stream()
                                .map(some -> question.with(question.past().with(some))))
                .toList();
    }

    private static Stream<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream();
            case Condition.Any(var parts) -> parts.stream();
            case Condition.Not(var part) -> Stream.of(part);
            case Condition.Named(var _, var _, var inner) -> Stream.of(inner);
            default -> Stream.empty();
        };
    }

    private Question with(Condition other) {
        return new Question(other, past, end, bounds);
    }

    Question with(Past other) {
        return new Question(condition, other, end, bounds);
    }

    Tracking tracking() {
        return Tracking.of(List.of(condition), List.of(), bounds);
    }

    Oracle oracle() {
        return new Oracle(past, bounds);
    }

    Behaviour behaviour() {
        return behaviour(past.happened());
    }

    Behaviour behaviour(List<Occurrence> some) {
        Tracking tracking = tracking();
        Behaviour behaviour = Behaviour.NONE;
        for (Occurrence each : some) behaviour = behaviour.observe(each, tracking);
        return behaviour;
    }

    Judgement judge(Behaviour behaviour, Instant now) {
        return Evaluator.judge(condition, past.keeping(behaviour), now);
    }

    /** Just before, at and just after each instant at which anything can change. */
    List<Instant> instants() {
        var instants = new ArrayList<Instant>();
        instants.add(end);
        for (Instant edge : Edges.after(end, condition, oracle())) {
            for (int millis = -1; millis <= 1; millis++) instants.add(edge.plusMillis(millis));
        }
        return instants.stream()
                .filter(at -> !at.isBefore(end))
                .sorted()
                .distinct()
                .toList();
    }
}
