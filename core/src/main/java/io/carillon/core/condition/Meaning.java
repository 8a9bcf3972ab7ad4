package io.carillon.core.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition as people say it, whoever it is asked of; {@link Explainer} says what it is for one.
 *
 * @param text a clause, or what holds its parts together
 * @param parts in order; none of a clause
 */
public record Meaning(String text, List<Meaning> parts) {
    private static final String ANY = "at least one of these";
    private static final String WHICH = ", which is";

    public Meaning {
        parts = List.copyOf(parts);
    }

    public static Meaning of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> together("all of these", parts, "everybody");
            case Condition.Any(var parts) -> together(ANY, parts, "nobody");
            case Condition.Not(var part) -> new Meaning("not", List.of(of(part)));
            case Condition.Named(var kind, var name, var inner) ->
                new Meaning("%s \"%s\"".formatted(kind, name) + WHICH, List.of(of(inner)));
            case Condition.TraitIs(var path, ValueTest.Exists(var expected)) ->
                clause(path + (expected ? " is known" : " is not known"));
            case Condition.TraitIs(var path, var test) -> clause("%s is %s".formatted(path, Wording.of(test)));
            case Condition.TraitDate(var path, var test) -> clause("%s is %s".formatted(path, Wording.of(test)));
            case Condition.Measured measured -> clause(measured(measured));
            case Condition.Sequence(var steps, var window) ->
                clause(steps.stream().map(Wording::of).collect(Collectors.joining(", then ")) + Wording.of(window));
            case Condition.Subscription(var channel, var topic, var standing) ->
                clause("%s to %s by %s"
                        .formatted(Wording.word(standing), topic.id().text(), channel.word()));
            case Condition.Reachable(var channel) -> clause("reachable by " + channel.word());
            case Condition.OnJourney(var journey) -> clause("on the journey " + journey);
            case Condition.Bucket(var salt, var from, var to) ->
                clause("random number of \"%s\" from %s to %s"
                        .formatted(salt, from.toPlainString(), to.toPlainString()));
        };
    }

    private static Meaning clause(String text) {
        return new Meaning(text, List.of());
    }

    private static Meaning together(String text, List<Condition> parts, String ofNone) {
        if (parts.isEmpty()) return clause(ofNone);
        if (parts.size() == 1) return of(parts.getFirst());
        return new Meaning(text, parts.stream().map(Meaning::of).toList());
    }

    private static String measured(Condition.Measured measured) {
        String what = Wording.of(measured.query());
        String window = Wording.of(measured.window());
        String test = Wording.of(measured.test());
        if (measured.measure().aggregate() != Measure.Aggregate.COUNT) {
            String aggregate = Wording.word(measured.measure().aggregate());
            return "%s of %s of %s%s is %s"
                    .formatted(aggregate, measured.measure().property(), what, window, test);
        }
        boolean isOnce = measured.test().equals(new ValueTest.AtLeast(BigDecimal.ONE));
        return isOnce ? what + window : "%s%s, counted %s".formatted(what, window, test);
    }

    /** In one line, shortened to so many characters; what has a name is only named. */
    public String line(int lengthMax) {
        String line = whole("", "");
        return line.length() <= lengthMax ? line : line.substring(0, lengthMax - 1) + "…";
    }

    private String whole(String before, String after) {
        if (parts.isEmpty()) return text;
        if (text.endsWith(WHICH)) return text.substring(0, text.length() - WHICH.length());
        if (parts.size() == 1) return text + " " + parts.getFirst().whole("(", ")");
        String joint = text.equals(ANY) ? " or " : " and ";
        return parts.stream().map(part -> part.whole("(", ")")).collect(Collectors.joining(joint, before, after));
    }
}
