package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import io.carillon.core.audit.Noted;
import io.carillon.core.audit.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/** Goes through the fields of an event, and through those within them. */
final class FieldChecks {
    private static final long MISSPELLED_MIN = 5;

    private final Recent recent;
    private final List<Finding> findings = new ArrayList<>();

    private FieldChecks(Recent recent) {
        this.recent = recent;
    }

    static List<Finding> of(Recent recent) {
        var checks = new FieldChecks(recent);
        checks.within(
                "",
                Optional.of(recent.now().fields()),
                recent.past().stream().map(day -> Optional.of(day.fields())).toList());
        return checks.findings;
    }

    private void within(String path, Optional<FieldStats> now, List<Optional<FieldStats>> past) {
        SortedSet<String> before = new TreeSet<>();
        for (Optional<FieldStats> day : past)
            day.ifPresent(it -> before.addAll(it.within().keySet()));
        SortedSet<String> names = new TreeSet<>(before);
        now.ifPresent(it -> names.addAll(it.within().keySet()));
        SortedSet<String> explained = misspelled(path, now, past, before);
        for (String name : names) {
            if (name.equals(Noted.OTHERS)) continue;
            var field = new FieldCase(
                    recent.about(path.isEmpty() ? name : path + "." + name),
                    look(now, name),
                    past.stream().map(day -> look(day, name)).toList());
            if (!explained.contains(name) && !name.equals(FieldStats.ITEM)) {
                CompletenessChecks.of(field).ifPresent(findings::add);
            }
            findings.addAll(ValueChecks.of(field));
            findings.addAll(NumberChecks.of(field));
            within(
                    field.about().field(),
                    inner(now, name),
                    past.stream().map(day -> inner(day, name)).toList());
        }
    }

    private static Optional<FieldStats> inner(Optional<FieldStats> parent, String name) {
        return parent.flatMap(it -> Optional.ofNullable(it.within().get(name)));
    }

    /** A field, and in how many objects it could have been. */
    private static FieldCase.Look look(Optional<FieldStats> parent, String name) {
        long of = parent.map(it -> it.shapes().get(Shape.OBJECT))
                .map(Noted::count)
                .orElse(0L);
        return new FieldCase.Look(of, inner(parent, name));
    }

    /** Names that are new here while the name they are like is missing; gives the latter. */
    private SortedSet<String> misspelled(
            String path, Optional<FieldStats> now, List<Optional<FieldStats>> past, SortedSet<String> before) {
        var explained = new TreeSet<String>();
        if (past.size() < Evidence.DAYS_MIN || now.isEmpty()) return explained;
        for (String name : now.get().within().keySet()) {
            if (before.contains(name) || name.equals(Noted.OTHERS)) continue;
            FieldCase.Look look = look(now, name);
            Optional<String> meant = Likeness.meant(name, before).filter(it -> isLess(it, now, past));
            if (meant.isEmpty() || look.filled() < MISSPELLED_MIN) continue;
            explained.add(meant.get());
            Subject about = recent.about(path.isEmpty() ? name : path + "." + name);
            findings.add(new Finding(
                    FindingKind.FIELD_MISSPELLED,
                    about,
                    Severity.HIGH,
                    new Amount(look.filled(), look.of(), (double) look.filled() / look.of(), OptionalDouble.of(0)),
                    "%s is new, most likely meant as \"%s\", which is missing since"
                            .formatted(about.shown(), meant.get()),
                    List.of(name),
                    "send \"%s\" as \"%s\" again; ./carillon quarantine repair --by '{\"rename\": {…}}' mends what a tracking plan kept back"
                            .formatted(name, meant.get())));
        }
        return explained;
    }

    private static boolean isLess(String name, Optional<FieldStats> now, List<Optional<FieldStats>> past) {
        FieldCase.Look look = look(now, name);
        return Shift.of(
                        new Part(look.filled(), look.of()),
                        past.stream()
                                .map(day -> look(day, name))
                                .map(day -> new Part(day.filled(), day.of()))
                                .toList())
                .filter(it -> it.isDownBy(CompletenessChecks.DROP_MIN))
                .isPresent();
    }
}
