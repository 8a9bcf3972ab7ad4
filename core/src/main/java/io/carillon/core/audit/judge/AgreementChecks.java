package io.carillon.core.audit.judge;

import io.carillon.core.audit.Compared;
import io.carillon.core.audit.SourceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether two sources say the same of the same people. */
final class AgreementChecks {
    private static final int OF_MIN = 30;
    private static final int DAYS = 7;
    private static final double MORE = 0.1;
    private static final double ALWAYS = 0.2;

    /** What is a fact about somebody, whoever says it; other traits may well differ. */
    private static final Set<String> FACTS = Set.of(
            "email",
            "phone",
            "firstname",
            "lastname",
            "name",
            "birthday",
            "birthdate",
            "dateofbirth",
            "gender",
            "country",
            "language",
            "currency",
            "address",
            "title",
            "company");

    private AgreementChecks() {}

    static List<Finding> of(Evidence evidence) {
        SortedSet<String> keys = new TreeSet<>(evidence.today().compared().keySet());
        for (SourceDay day : evidence.past()) keys.addAll(day.compared().keySet());
        var findings = new ArrayList<Finding>();
        for (String key : keys) of(evidence, key).ifPresent(findings::add);
        return findings;
    }

    /** Over as many days as it takes: people are seldom spoken of twice. */
    private static Optional<Finding> of(Evidence evidence, String key) {
        Compared now = at(evidence.today(), key);
        int before = evidence.past().size();
        for (int more = 0; more < DAYS && before > 0 && now.alike() + now.different() < 2 * OF_MIN; more++) {
            now = now.plus(at(evidence.past().get(--before), key));
        }
        Part part = part(now);
        if (part.of() < OF_MIN) return Optional.empty();
        Optional<Shift> more = Shift.of(
                        part,
                        evidence.past().subList(0, before).stream()
                                .map(day -> part(at(day, key)))
                                .toList(),
                        OF_MIN)
                .filter(it -> it.isUpBy(MORE));
        String trait = key.substring(0, key.lastIndexOf('|'));
        String other = key.substring(key.lastIndexOf('|') + 1);
        Amount amount = more.map(Amount::of).orElseGet(() -> Amount.of(part.count(), part.of()));
        boolean isFact = FACTS.stream().anyMatch(fact -> Likeness.isSame(fact, trait));
        if (more.isEmpty() && !(isFact && amount.share() >= ALWAYS)) return Optional.empty();
        var about = new Subject(evidence.source(), "", "traits." + trait + " against " + other);
        return Optional.of(new Finding(
                FindingKind.SOURCES_DISAGREE,
                about,
                more.isPresent() && amount.share() >= 0.5 ? Severity.HIGH : Severity.MEDIUM,
                amount,
                "of %s of the people that both know, %s says another %s than %s"
                        .formatted(Fixes.percent(amount.share()), evidence.source(), trait, other),
                now.example().isEmpty() ? List.of() : List.of(now.example()),
                Fixes.of(FindingKind.SOURCES_DISAGREE, about)));
    }

    private static Compared at(SourceDay day, String key) {
        return Optional.ofNullable(day.compared().get(key)).orElse(new Compared(0, 0, ""));
    }

    private static Part part(Compared compared) {
        return new Part(compared.different(), compared.alike() + compared.different());
    }
}
