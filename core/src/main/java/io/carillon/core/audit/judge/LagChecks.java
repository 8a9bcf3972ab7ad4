package io.carillon.core.audit.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether events arrive as soon after they happened as they used to. */
final class LagChecks {
    private LagChecks() {}

    /** @param least so many more than usual are late */
    private record Limit(Duration time, double least, String said) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit(Duration.ofDays(1), 0.05, "a day"),
            new Limit(Duration.ofHours(1), 0.1, "an hour"),
            new Limit(Duration.ofMinutes(5), 0.3, "five minutes"));

    static List<Finding> of(Recent recent) {
        for (Limit limit : LIMITS) {
            var now =
                    new Part(recent.now().laterThan(limit.time()), recent.now().looked());
            Optional<Shift> shift = Shift.of(
                            now,
                            recent.past().stream()
                                    .map(day -> new Part(day.laterThan(limit.time()), day.looked()))
                                    .toList())
                    .filter(it -> it.isUpBy(limit.least()));
            if (shift.isPresent()) return List.of(late(recent, shift.get(), limit));
        }
        return List.of();
    }

    private static Finding late(Recent recent, Shift shift, Limit limit) {
        Subject about = recent.about("");
        return new Finding(
                FindingKind.LATE_EVENTS,
                about,
                shift.share() >= 0.5 ? Severity.HIGH : Severity.MEDIUM,
                Amount.of(shift),
                "%s of %s arrive later than %s after they happened; %s is usual"
                        .formatted(
                                Fixes.percent(shift.share()),
                                about.shown(),
                                limit.said(),
                                Fixes.percent(shift.usual())),
                List.of(),
                Fixes.of(FindingKind.LATE_EVENTS, about));
    }
}
