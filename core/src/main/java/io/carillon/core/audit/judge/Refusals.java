package io.carillon.core.audit.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Whether more identifiers than usual were not linked: conflicts between customers, limits that were passed. */
public final class Refusals {
    /** The name under which what belongs to no source stands. */
    public static final String SOURCE = "identity";

    private static final long COUNT_MIN = 20;
    private static final double TIMES_MEAN = 5;
    private static final double TIMES_MOST = 2;

    private Refusals() {}

    /**
     * What they say.
     *
     * @param daily by reason, how many on each of the last days; the last is the present one and the one before together
     * @param examples by reason
     */
    public static List<Finding> judge(SortedMap<String, long[]> daily, Map<String, String> examples) {
        var findings = new ArrayList<Finding>();
        daily.forEach((reason, days) ->
                of(reason, days, Optional.ofNullable(examples.get(reason))).ifPresent(findings::add));
        return findings;
    }

    private static Optional<Finding> of(String reason, long[] days, Optional<String> example) {
        long now = days[days.length - 1];
        long[] past = Arrays.copyOf(days, days.length - 1);
        double mean = Arrays.stream(past).average().orElse(0);
        long most = Arrays.stream(past).max().orElse(0);
        if (now < COUNT_MIN || now < TIMES_MEAN * mean || now < TIMES_MOST * most) return Optional.empty();
        var about = new Subject(SOURCE, "", reason);
        return Optional.of(new Finding(
                FindingKind.LINKS_REFUSED,
                about,
                Severity.MEDIUM,
                new Amount(now, 0, 1, OptionalDouble.of(mean / now)),
                "%d identifiers were not linked since yesterday (%s); %d a day are usual"
                        .formatted(now, reason.replace('_', ' '), Math.round(mean)),
                example.stream().toList(),
                Fixes.of(FindingKind.LINKS_REFUSED, about)));
    }
}
