package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import io.carillon.core.audit.Noted;
import io.carillon.core.audit.Shape;
import io.carillon.core.audit.TopValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether values are of their kind, of one type, readable, and as various as they used to be. */
final class ValueChecks {
    private static final long COUNT_MIN = 5;
    private static final double INVALID_MORE = 0.02;
    private static final double INVALID_ALWAYS = 0.2;
    private static final double CHANGED_MORE = 0.15;
    private static final double MIXED_MORE = 0.01;
    private static final double MIXED_ALWAYS = 0.05;
    private static final long DAMAGED_MIN = 3;
    private static final double DAMAGED_SHARE = 0.005;
    private static final double REPEATED_USUAL = 0.005;
    private static final double REPEATED_MORE = 0.03;
    private static final int SAMPLED_MIN = 30;

    private ValueChecks() {}

    static List<Finding> of(FieldCase field) {
        if (field.now().stats().isEmpty()) return List.of();
        FieldStats now = field.now().stats().get();
        var findings = new ArrayList<Finding>();
        Optional<Finding> invalid = invalid(field, now);
        invalid.ifPresent(findings::add);
        if (invalid.isEmpty()) changed(field).ifPresent(findings::add);
        mixed(field, now).ifPresent(findings::add);
        damaged(field, now).ifPresent(findings::add);
        repeated(field, now).ifPresent(findings::add);
        VarietyChecks.of(field, now).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> invalid(FieldCase field, FieldStats now) {
        long count = now.invalidCount();
        if (count < COUNT_MIN || now.filled() < Shift.OF_MIN) return Optional.empty();
        Optional<Shift> more = field.shift(FieldStats::invalidCount).filter(it -> it.isUpBy(INVALID_MORE));
        Amount amount = more.map(Amount::of).orElseGet(() -> Amount.of(count, now.filled()));
        if (more.isEmpty() && amount.share() < INVALID_ALWAYS) return Optional.empty();
        String why = now.invalid().entrySet().stream()
                .max(Comparator.comparingLong(it -> it.getValue().count()))
                .map(Map.Entry::getKey)
                .orElse("");
        return Optional.of(new Finding(
                FindingKind.INVALID_VALUES,
                field.about(),
                more.isPresent() && amount.share() >= 0.2 ? Severity.HIGH : Severity.MEDIUM,
                amount,
                "%s of %s cannot be read (%s)%s"
                        .formatted(Fixes.percent(amount.share()), field.about().shown(), why, Fixes.usual(amount)),
                now.invalid().values().stream().map(Noted::example).distinct().toList(),
                Fixes.of(FindingKind.INVALID_VALUES, field.about())));
    }

    private static Optional<Finding> changed(FieldCase field) {
        return field.shift(FieldStats::changed)
                .filter(it -> it.isUpBy(CHANGED_MORE))
                .map(shift -> new Finding(
                        FindingKind.CHANGED_FORM,
                        field.about(),
                        Severity.LOW,
                        Amount.of(shift),
                        "%s of %s come in another form than usual; the cleansing rules repair them"
                                .formatted(
                                        Fixes.percent(shift.share()),
                                        field.about().shown()),
                        List.of(),
                        Fixes.of(FindingKind.CHANGED_FORM, field.about())));
    }

    private static Optional<Finding> mixed(FieldCase field, FieldStats now) {
        Shape main = mainOf(field, now);
        Part others = Part.sum(List.of(others(now, main)));
        if (others.count() < COUNT_MIN || others.of() < Shift.OF_MIN) return Optional.empty();
        Optional<Shift> more = Shift.of(
                        others,
                        field.days().stream().map(day -> others(day, main)).toList())
                .filter(it -> it.isUpBy(MIXED_MORE));
        Amount amount = more.map(Amount::of).orElseGet(() -> Amount.of(others.count(), others.of()));
        if (more.isEmpty() && amount.share() < MIXED_ALWAYS) return Optional.empty();
        List<String> examples = now.shapes().entrySet().stream()
                .filter(it -> it.getKey() != main)
                .map(it -> "%s: %s".formatted(it.getKey().word(), it.getValue().example()))
                .toList();
        return Optional.of(new Finding(
                FindingKind.MIXED_TYPES,
                field.about(),
                more.isPresent() && amount.share() >= 0.5 ? Severity.HIGH : Severity.MEDIUM,
                amount,
                "%s of %s are no %s%s"
                        .formatted(
                                Fixes.percent(amount.share()), field.about().shown(), main.word(), Fixes.usual(amount)),
                examples,
                Fixes.of(FindingKind.MIXED_TYPES, field.about())));
    }

    private static Shape mainOf(FieldCase field, FieldStats now) {
        var counts = new EnumMap<Shape, Long>(Shape.class);
        List<FieldStats> days = field.hasPast() && !field.days().isEmpty() ? field.days() : List.of(now);
        for (FieldStats day : days) {
            day.shapes().forEach((shape, noted) -> counts.merge(shape, noted.count(), Long::sum));
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(Shape.TEXT);
    }

    private static Part others(FieldStats stats, Shape main) {
        long all = 0;
        long others = 0;
        for (Map.Entry<Shape, Noted> shape : stats.shapes().entrySet()) {
            all += shape.getValue().count();
            if (shape.getKey() != main) others += shape.getValue().count();
        }
        return new Part(others, all);
    }

    private static Optional<Finding> damaged(FieldCase field, FieldStats now) {
        Noted damaged = now.damaged();
        Amount amount = Amount.of(damaged.count(), now.filled());
        if (damaged.count() < DAMAGED_MIN || amount.share() < DAMAGED_SHARE) return Optional.empty();
        OptionalDouble usual = field.shift(it -> it.damaged().count()).stream()
                .mapToDouble(Shift::usual)
                .findFirst();
        boolean wasAlways = usual.orElse(0) >= amount.share() / 2;
        return Optional.of(new Finding(
                FindingKind.DAMAGED_TEXT,
                field.about(),
                wasAlways ? Severity.LOW : amount.share() >= 0.1 ? Severity.HIGH : Severity.MEDIUM,
                new Amount(amount.count(), amount.of(), amount.share(), usual),
                "%s of %s were read in the wrong encoding somewhere"
                        .formatted(Fixes.percent(amount.share()), field.about().shown()),
                List.of(damaged.example()),
                Fixes.of(FindingKind.DAMAGED_TEXT, field.about())));
    }

    /** Only what was always unique: order numbers, not customers. */
    private static Optional<Finding> repeated(FieldCase field, FieldStats now) {
        long sampled = now.distinct().sampled();
        long repeats = now.distinct().repeats();
        if (sampled < SAMPLED_MIN || repeats < COUNT_MIN) return Optional.empty();
        List<Part> days = field.days().stream()
                .map(day -> new Part(day.distinct().repeats(), day.distinct().sampled()))
                .toList();
        Optional<Shift> more = Shift.of(new Part(repeats, sampled), days, SAMPLED_MIN)
                .filter(it -> it.usual() <= REPEATED_USUAL && it.isUpBy(REPEATED_MORE + 3 * byChance(field, now)));
        List<String> examples = now.top().top().stream()
                .filter(it -> it.count() > 1)
                .map(TopValues.Top::shown)
                .toList();
        return more.map(shift -> new Finding(
                FindingKind.REPEATED_VALUES,
                field.about(),
                shift.share() >= 0.2 ? Severity.HIGH : Severity.MEDIUM,
                Amount.of(shift),
                "%s of %s had been there before, where each used to be another"
                        .formatted(Fixes.percent(shift.share()), field.about().shown()),
                examples,
                Fixes.of(FindingKind.REPEATED_VALUES, field.about())));
    }

    /** Numbers that only seldom meet meet more often the more there are: in proportion to how many. */
    private static double byChance(FieldCase field, FieldStats now) {
        Part repeats = new Part(0, 0);
        long filled = 0;
        for (FieldStats day : field.days()) {
            repeats = repeats.plus(
                    new Part(day.distinct().repeats(), day.distinct().sampled()));
            filled += day.filled();
        }
        double usually = Math.max(1, (double) filled / Math.max(1, field.days().size()));
        // Three that did not meet so far may well have: of a rare field little is known.
        double rate = (repeats.count() + 3.0) / Math.max(1, repeats.of());
        return rate * Math.max(1, now.filled() / usually);
    }
}
