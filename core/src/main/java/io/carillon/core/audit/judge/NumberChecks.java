package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import io.carillon.core.audit.Magnitudes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether numbers are as large as they used to be: cents for euros, a minus that slipped in. */
final class NumberChecks {
    private static final long NOW_MIN = 50;
    private static final long DAY_MIN = 15;
    private static final int DAYS_MIN = 5;
    /** A middle that moves by itself by more than this is no middle. */
    private static final double OWN_MAX = 4;

    private static final double JUMP = 8;
    private static final double BEYOND = 6;
    private static final double OUTSIDE_SHARE = 0.01;
    private static final long OUTSIDE_MIN = 5;

    private NumberChecks() {}

    static List<Finding> of(FieldCase field) {
        if (field.now().stats().isEmpty()) return List.of();
        Magnitudes now = field.now().stats().get().magnitudes();
        List<Magnitudes> days = field.days().stream()
                .map(FieldStats::magnitudes)
                .filter(day -> day.count() >= DAY_MIN)
                .toList();
        if (now.count() < NOW_MIN || days.size() < DAYS_MIN) return List.of();
        return jump(field, now, days).or(() -> outliers(field, now, days)).stream()
                .toList();
    }

    private static Optional<Finding> jump(FieldCase field, Magnitudes now, List<Magnitudes> days) {
        double[] medians =
                days.stream().mapToDouble(Magnitudes::median).sorted().toArray();
        double usual = Series.median(medians);
        if (usual <= 0 || medians[0] <= 0 || medians[medians.length - 1] / medians[0] > OWN_MAX)
            return Optional.empty();
        double times = now.median() / usual;
        if (times <= 0 || (times < JUMP && times > 1 / JUMP)) return Optional.empty();
        boolean isHundred = isNear(times, 100) || isNear(1 / times, 100);
        boolean isThousand = isNear(times, 1_000) || isNear(1 / times, 1_000);
        String guess =
                isHundred ? ": cents for whole units, or the other way round" : isThousand ? ": another unit" : "";
        String what = String.format(
                Locale.ROOT,
                "%s is about %.4g in the middle, where %.4g is usual%s",
                field.about().shown(),
                now.median(),
                usual,
                guess);
        return Optional.of(new Finding(
                FindingKind.UNIT_JUMP,
                field.about(),
                Severity.HIGH,
                new Amount(now.count(), now.count(), times, OptionalDouble.of(1)),
                what,
                List.of(),
                Fixes.of(FindingKind.UNIT_JUMP, field.about())));
    }

    private static boolean isNear(double times, double expected) {
        return times >= expected / 1.6 && times <= expected * 1.6;
    }

    private static Optional<Finding> outliers(FieldCase field, Magnitudes now, List<Magnitudes> days) {
        double least = days.stream().mapToDouble(Magnitudes::least).min().orElse(0);
        double most = days.stream().mapToDouble(Magnitudes::most).max().orElse(0);
        double low = least > 0 ? least / BEYOND : least * BEYOND;
        double high = most > 0 ? most * BEYOND : most / BEYOND;
        long outside = now.outside(low, high);
        Amount amount = Amount.of(outside, now.count());
        if (outside < OUTSIDE_MIN || amount.share() < OUTSIDE_SHARE) return Optional.empty();
        String what = String.format(
                Locale.ROOT,
                "%s of %s are far outside of what was ever seen (%.4g to %.4g)",
                Fixes.percent(amount.share()),
                field.about().shown(),
                least,
                most);
        double extreme = now.most() > high ? now.most() : now.least();
        return Optional.of(new Finding(
                FindingKind.OUTLIERS,
                field.about(),
                amount.share() >= 0.1 ? Severity.HIGH : Severity.MEDIUM,
                new Amount(amount.count(), amount.of(), amount.share(), OptionalDouble.of(0)),
                what,
                List.of(String.format(Locale.ROOT, "about %.4g", extreme)),
                Fixes.of(FindingKind.OUTLIERS, field.about())));
    }
}
