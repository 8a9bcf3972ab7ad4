package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import java.util.List;
import java.util.Optional;

/** Whether a field is there, with something in it, as often as it used to. */
final class CompletenessChecks {
    static final double DROP_MIN = 0.03;
    private static final double EMPTY_ALWAYS = 0.4;
    private static final double HIGH_USUAL = 0.9;
    private static final double HIGH_DROP = 0.2;

    private CompletenessChecks() {}

    static Optional<Finding> of(FieldCase field) {
        Optional<Shift> less = Shift.of(
                        new Part(field.now().filled(), field.now().of()),
                        field.past().stream()
                                .map(day -> new Part(day.filled(), day.of()))
                                .toList())
                .filter(it -> it.isDownBy(DROP_MIN));
        return less.isPresent() ? less.map(shift -> missing(field, shift)) : alwaysEmpty(field);
    }

    private static Finding missing(FieldCase field, Shift shift) {
        long empty = field.now().stats().map(FieldStats::empty).orElse(0L);
        long missing = shift.of() - shift.count();
        FindingKind kind = empty * 2 >= missing ? FindingKind.EMPTY_VALUES : FindingKind.FIELD_MISSING;
        double drop = shift.usual() - shift.share();
        String what = "%s is %s in %s; %s is usual"
                .formatted(
                        field.about().shown(),
                        kind == FindingKind.EMPTY_VALUES ? "empty" : "missing",
                        Fixes.percent(1 - shift.share()),
                        Fixes.percent(1 - shift.usual()));
        return new Finding(
                kind,
                field.about(),
                shift.usual() >= HIGH_USUAL && drop >= HIGH_DROP ? Severity.HIGH : Severity.MEDIUM,
                Amount.missing(shift),
                what,
                List.of(),
                Fixes.of(kind, field.about()));
    }

    /** What is sent and mostly says nothing never helps anybody. */
    private static Optional<Finding> alwaysEmpty(FieldCase field) {
        if (field.now().stats().isEmpty()) return Optional.empty();
        FieldStats stats = field.now().stats().get();
        Amount amount = Amount.of(stats.empty(), stats.present());
        if (stats.present() < Shift.OF_MIN || amount.share() < EMPTY_ALWAYS) return Optional.empty();
        return Optional.of(new Finding(
                FindingKind.EMPTY_VALUES,
                field.about(),
                Severity.LOW,
                amount,
                "%s says nothing in %s of the events that have it"
                        .formatted(field.about().shown(), Fixes.percent(amount.share())),
                List.of(),
                Fixes.of(FindingKind.EMPTY_VALUES, field.about())));
    }
}
