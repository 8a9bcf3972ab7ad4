package io.carillon.core.audit.judge;

import io.carillon.core.audit.Noted;
import io.carillon.core.audit.SourceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether more calls than usual are of no use, or name nobody. */
final class UnusableChecks {
    private static final long COUNT_MIN = 5;
    private static final double MORE = 0.01;
    private static final double ALWAYS = 0.05;
    private static final Set<String> IDENTIFIERS = Set.of(
            "junk_identifier",
            "bad_email",
            "bad_phone",
            "identifier_too_long",
            "role_address",
            "bad_external_id",
            "unused_external_id",
            "too_many_identifiers",
            "missing_identifier",
            "missing_user_id",
            "missing_previous_id",
            "missing_group_id");

    private UnusableChecks() {}

    static List<Finding> of(Evidence evidence) {
        SortedSet<String> reasons = new TreeSet<>(now(evidence).unusable().keySet());
        // What a field's values say, its own checks find.
        reasons.removeIf(reason ->
                reason.startsWith("invalid_") || reason.equals("ambiguous_value") || reason.equals("number_as_text"));
        var findings = new ArrayList<Finding>();
        for (String reason : reasons) of(evidence, reason).ifPresent(findings::add);
        return findings;
    }

    /** Today, and while there is little of it, yesterday with it. */
    private static SourceDay now(Evidence evidence) {
        boolean isEnough = evidence.partOfDay() >= 0.25 && evidence.today().count() >= Shift.OF_MIN;
        return isEnough || evidence.past().isEmpty()
                ? evidence.today()
                : evidence.today().plus(evidence.past().getLast());
    }

    private static Optional<Finding> of(Evidence evidence, String reason) {
        SourceDay now = now(evidence);
        Part part = part(now, reason);
        if (part.count() < COUNT_MIN || part.of() < Shift.OF_MIN || now.count() == 0) return Optional.empty();
        Optional<Shift> more = evidence.hasPast()
                ? Shift.of(
                                part,
                                evidence.past().stream()
                                        .map(day -> part(day, reason))
                                        .toList())
                        .filter(it -> it.isUpBy(MORE))
                : Optional.empty();
        Amount amount = more.map(Amount::of).orElseGet(() -> Amount.of(part.count(), part.of()));
        if (more.isEmpty() && amount.share() < ALWAYS) return Optional.empty();
        FindingKind kind = IDENTIFIERS.contains(reason) ? FindingKind.UNUSABLE_IDENTIFIERS : FindingKind.UNUSABLE_CALLS;
        var about = new Subject(evidence.source(), "", reason);
        return Optional.of(new Finding(
                kind,
                about,
                more.isPresent() && amount.share() >= 0.1 ? Severity.HIGH : Severity.MEDIUM,
                amount,
                "%s of all calls have %s%s"
                        .formatted(Fixes.percent(amount.share()), reason.replace('_', ' '), Fixes.usual(amount)),
                Optional.ofNullable(now.unusable().get(reason)).map(Noted::example).stream()
                        .toList(),
                Fixes.of(kind, about)));
    }

    private static Part part(SourceDay day, String reason) {
        long count = Optional.ofNullable(day.unusable().get(reason))
                .map(Noted::count)
                .orElse(0L);
        return new Part(count, day.count() + count);
    }
}
