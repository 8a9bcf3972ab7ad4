package io.carillon.core.audit.judge;

import io.carillon.core.audit.EventStats;
import io.carillon.core.audit.SourceDay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether as much comes as usual: of the source, and of each of its events. */
final class VolumeChecks {
    /** Of fewer nothing can be said. */
    private static final double EXPECTED_MIN = 30;

    private static final double SURE = 6;
    private static final double DROP_MAX = 0.6;
    private static final double SPIKE_MIN = 2.5;
    /** So many hours' worth that a gap is surely none by chance. */
    private static final double GONE_MIN = 30;

    private static final double GONE_HIGH = 200;

    private VolumeChecks() {}

    static List<Finding> of(Evidence evidence) {
        if (!evidence.hasPast()) return List.of();
        var all = new Counts(
                evidence.past().stream().map(VolumeChecks::hours).toList(), hours(evidence.today()), evidence);
        Optional<Finding> silent = gone(all, FindingKind.SOURCE_SILENT, Subject.of(evidence.source()));
        if (silent.isPresent()) return List.of(silent.get());
        var findings = new ArrayList<Finding>();
        Optional<Finding> whole = moved(all, Subject.of(evidence.source()));
        whole.ifPresent(findings::add);
        for (String name : evidence.names()) {
            var counts = Counts.of(evidence, name);
            var about = Subject.of(evidence.source(), name);
            Optional<Finding> gone = gone(counts, FindingKind.EVENT_VANISHED, about);
            gone.ifPresent(findings::add);
            // When all of it drops, each of its events does: one finding says that.
            if (gone.isEmpty())
                moved(counts, about).filter(it -> !isPartOf(it, whole)).ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean isPartOf(Finding finding, Optional<Finding> whole) {
        return whole.filter(it -> it.kind() == finding.kind()).isPresent();
    }

    private static double[] hours(SourceDay day) {
        var hours = new double[EventStats.HOURS];
        for (EventStats stats : day.events().values()) {
            for (int hour = 0; hour < hours.length; hour++) hours[hour] += stats.hour(hour);
        }
        return hours;
    }

    private static Optional<Finding> gone(Counts counts, FindingKind kind, Subject about) {
        Counts.Gap gap = counts.gap();
        if (gap.sure() < GONE_MIN) return Optional.empty();
        var amount = new Amount(Math.round(gap.expected()), 0, 0, OptionalDouble.of(1));
        String since = said(gap.length());
        String what = "nothing came of %s for %s; about %d were expected"
                .formatted(about.shown(), since, Math.round(gap.expected()));
        Severity severity =
                kind == FindingKind.SOURCE_SILENT || gap.expected() >= GONE_HIGH ? Severity.HIGH : Severity.MEDIUM;
        return Optional.of(new Finding(kind, about, severity, amount, what, List.of(), Fixes.of(kind, about)));
    }

    private static String said(Duration length) {
        return length.toHours() >= 48 ? length.toDays() + " days" : Math.max(1, length.toHours()) + " hours";
    }

    /** Today up to now next to other days up to that hour; while today is too young, yesterday. */
    private static Optional<Finding> moved(Counts counts, Subject about) {
        Optional<Expectation> today = Expectation.of(counts.upToNow());
        if (today.isEmpty()) return Optional.empty();
        if (today.get().expected() >= EXPECTED_MIN) return today(today.get(), counts, about);
        double[] days = counts.wholeDays();
        double[] before = Arrays.copyOf(days, days.length - 1);
        // A spike of what hardly ever comes is seen against the least that can be spoken of.
        return Expectation.of(before)
                .flatMap(it -> moved(it, days[days.length - 1], "yesterday", about))
                .or(() -> today(today.get(), counts, about));
    }

    private static Optional<Finding> today(Expectation usual, Counts counts, Subject about) {
        return moved(usual, counts.todayUpToNow(), "today", about)
                .filter(it -> it.kind() == FindingKind.VOLUME_DROP || isSpikeOfTheHour(counts, about));
    }

    private static boolean isSpikeOfTheHour(Counts counts, Subject about) {
        return Expectation.of(counts.upToTheHour())
                .flatMap(usual -> moved(usual, counts.todayUpToNow(), "today", about))
                .filter(it -> it.kind() == FindingKind.VOLUME_SPIKE)
                .isPresent();
    }

    private static Optional<Finding> moved(Expectation usual, double count, String when, Subject about) {
        double deviations = usual.deviations(count);
        double times = count / Math.max(1, usual.expected());
        boolean isDrop =
                usual.expected() >= EXPECTED_MIN && deviations <= -SURE && count <= DROP_MAX * usual.expected();
        boolean isSpike = deviations >= SURE && count >= SPIKE_MIN * Math.max(EXPECTED_MIN, usual.expected());
        if (!isDrop && !isSpike) return Optional.empty();
        FindingKind kind = isDrop ? FindingKind.VOLUME_DROP : FindingKind.VOLUME_SPIKE;
        Severity severity = isDrop && times <= 0.3 ? Severity.HIGH : Severity.MEDIUM;
        var amount = new Amount(Math.round(count), Math.round(usual.expected()), times, OptionalDouble.of(1));
        String what = String.format(
                Locale.ROOT,
                "%s %s came %d times; %d were expected by now (%s)",
                when,
                about.event().isEmpty() ? "an event of " + about.source() : about.shown(),
                Math.round(count),
                Math.round(usual.expected()),
                isDrop
                        ? String.format(Locale.ROOT, "%.0f %% of it", times * 100)
                        : String.format(Locale.ROOT, "%.1f times that", times));
        return Optional.of(new Finding(kind, about, severity, amount, what, List.of(), Fixes.of(kind, about)));
    }
}
