package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import io.carillon.core.audit.TopValues;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether one value took the place of many. */
final class VarietyChecks {
    private static final long NOW_MIN = 50;
    private static final long DAY_MIN = 20;
    private static final double MORE = 0.25;
    private static final double SHARE_MIN = 0.3;
    private static final double VARIOUS_MIN = 10;
    private static final double CONSTANT_VARIOUS_MIN = 3;
    private static final double CONSTANT_USUAL_MAX = 0.8;

    private VarietyChecks() {}

    static Optional<Finding> of(FieldCase field, FieldStats now) {
        if (now.filled() < NOW_MIN || now.top().top().isEmpty()) return Optional.empty();
        List<FieldStats> days =
                field.days().stream().filter(day -> day.filled() >= DAY_MIN).toList();
        if (days.size() < Evidence.DAYS_MIN - 2) return Optional.empty();
        TopValues.Top top = now.top().top().getFirst();
        double share = (double) top.count() / now.filled();
        double various = Series.median(
                days.stream().mapToDouble(day -> day.distinct().distinct()).toArray());
        double most = Series.quantile(
                0.85, days.stream().mapToDouble(VarietyChecks::topShare).toArray());
        double usual = Series.median(days.stream()
                .mapToDouble(day -> (double) day.top().count(top.shown()) / day.filled())
                .toArray());
        var amount = new Amount(top.count(), now.filled(), share, OptionalDouble.of(usual));
        if (now.distinct().distinct() == 1 && various >= CONSTANT_VARIOUS_MIN && most <= CONSTANT_USUAL_MAX) {
            return Optional.of(finding(FindingKind.CONSTANT_VALUE, Severity.HIGH, field, amount, top));
        }
        boolean isSudden = various >= VARIOUS_MIN && share >= SHARE_MIN && share >= most + MORE && usual <= share / 3;
        return isSudden
                ? Optional.of(finding(
                        FindingKind.SUDDEN_VALUE, share >= 0.6 ? Severity.HIGH : Severity.MEDIUM, field, amount, top))
                : Optional.empty();
    }

    private static double topShare(FieldStats day) {
        return day.top().top().isEmpty()
                ? 0
                : (double) day.top().top().getFirst().count() / day.filled();
    }

    private static Finding finding(
            FindingKind kind, Severity severity, FieldCase field, Amount amount, TopValues.Top top) {
        String what = kind == FindingKind.CONSTANT_VALUE
                ? "%s is always the same, where it used to differ"
                        .formatted(field.about().shown())
                : "%s of %s are suddenly one value"
                        .formatted(Fixes.percent(amount.share()), field.about().shown());
        return new Finding(
                kind, field.about(), severity, amount, what, List.of(top.shown()), Fixes.of(kind, field.about()));
    }
}
