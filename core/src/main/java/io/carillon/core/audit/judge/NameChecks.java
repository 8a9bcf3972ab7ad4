package io.carillon.core.audit.judge;

import io.carillon.core.audit.EventStats;
import io.carillon.core.audit.SourceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events by names that were not there before, or that stand beside a name that means the same. */
final class NameChecks {
    private static final long MISSPELLED_MIN = 3;
    private static final long NEW_MIN = 10;
    private static final long MANY = 50;
    /** A new name is news for so long. */
    private static final int NEWS_DAYS = 3;

    private NameChecks() {}

    static List<Finding> of(Evidence evidence) {
        int before = Math.max(0, evidence.past().size() - NEWS_DAYS);
        boolean hasPast = before >= Evidence.DAYS_MIN;
        SortedMap<String, Long> known = counts(evidence.past().subList(0, before));
        SortedMap<String, Long> now =
                counts(evidence.past().subList(before, evidence.past().size()));
        counts(List.of(evidence.today())).forEach((name, count) -> now.merge(name, count, Long::sum));
        var findings = new ArrayList<Finding>();
        for (Map.Entry<String, Long> entry : now.entrySet()) {
            String name = entry.getKey();
            long count = entry.getValue();
            boolean isNew = hasPast && !known.containsKey(name);
            Optional<String> meant = Likeness.meant(name, hasPast && isNew ? known.keySet() : now.keySet())
                    .filter(it -> isNew || Likeness.isSame(name, it))
                    .filter(it -> count < now.getOrDefault(it, 0L) + known.getOrDefault(it, 0L));
            if (meant.isPresent() && count >= MISSPELLED_MIN)
                findings.add(misspelled(evidence, name, count, meant.get()));
            else if (isNew && count >= NEW_MIN) findings.add(fresh(evidence, name, count));
        }
        return findings;
    }

    private static SortedMap<String, Long> counts(List<SourceDay> days) {
        var counts = new TreeMap<String, Long>();
        for (SourceDay day : days) {
            for (Map.Entry<String, EventStats> event : day.events().entrySet()) {
                if (event.getValue().count() > 0)
                    counts.merge(event.getKey(), event.getValue().count(), Long::sum);
            }
        }
        return counts;
    }

    private static Finding misspelled(Evidence evidence, String name, long count, String meant) {
        var about = Subject.of(evidence.source(), name);
        var amount = new Amount(count, 0, 1, OptionalDouble.empty());
        return new Finding(
                FindingKind.EVENT_MISSPELLED,
                about,
                count >= MANY ? Severity.HIGH : Severity.MEDIUM,
                amount,
                "%d events are called \"%s\", most likely meant as \"%s\": no journey or segment sees them"
                        .formatted(count, name, meant),
                List.of(name),
                "send \"%s\" as \"%s\" again; a tracking plan that names the events keeps others back (onUnplanned: quarantine), and ./carillon quarantine repair --by '{\"set\": {\"event\": \"%s\"}}' mends them"
                        .formatted(name, meant, meant));
    }

    private static Finding fresh(Evidence evidence, String name, long count) {
        var about = Subject.of(evidence.source(), name);
        return new Finding(
                FindingKind.EVENT_NEW,
                about,
                Severity.LOW,
                new Amount(count, 0, 1, OptionalDouble.of(0)),
                "\"%s\" came %d times and was never sent before".formatted(name, count),
                List.of(name),
                Fixes.of(FindingKind.EVENT_NEW, about));
    }
}
