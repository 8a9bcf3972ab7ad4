package io.carillon.core.condition;

import java.time.Instant;
import java.time.ZoneId;

/** How far back what a condition asks for goes. */
public final class Lookback {
    private Lookback() {}

    /** Whether what happened before a limit counts at an instant, or ever after. */
    public static boolean isBefore(Window window, Instant limit, Instant now, ZoneId zone) {
        return window.leaves(limit, zone).isAfter(now);
    }

    /** Whether any part asks for occurrences of this kind from before the limit. */
    public static boolean isBefore(Condition condition, Occurrence.Kind kind, Instant limit, Instant now, ZoneId zone) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().anyMatch(part -> isBefore(part, kind, limit, now, zone));
            case Condition.Any(var parts) -> parts.stream().anyMatch(part -> isBefore(part, kind, limit, now, zone));
            case Condition.Not(var part) -> isBefore(part, kind, limit, now, zone);
            case Condition.Named(var _, var _, var inner) -> isBefore(inner, kind, limit, now, zone);
            case Condition.Measured measured ->
                measured.query().asked().kind() == kind && isBefore(measured.window(), limit, now, zone);
            case Condition.Sequence(var steps, var window) ->
                isBefore(window, limit, now, zone)
                        && steps.stream().anyMatch(step -> step.query().asked().kind() == kind);
            case Condition.TraitIs _,
                    Condition.TraitDate _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ -> false;
        };
    }
}
