package io.carillon.core.audit.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong with what a source sends. */
public final class Audit {
    /** Of one source; what is beyond is of the least severity and share. */
    public static final int FINDINGS_MAX = 200;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Comparator.comparingLong(
                            (Finding finding) -> finding.amount().count())
                    .reversed())
            .thenComparing(Finding::key);

    private Audit() {}

    /** The worst first. */
    public static List<Finding> judge(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        findings.addAll(VolumeChecks.of(evidence));
        findings.addAll(NameChecks.of(evidence));
        for (String name : evidence.names()) {
            findings.addAll(ofEvent(evidence, name));
        }
        findings.addAll(UnusableChecks.of(evidence));
        findings.addAll(AgreementChecks.of(evidence));
        return findings.stream().sorted(ORDER).limit(FINDINGS_MAX).toList();
    }

    /** What a longer look finds of a field counts only where the shorter found nothing of it. */
    private static List<Finding> ofEvent(Evidence evidence, String name) {
        var findings = new ArrayList<Finding>();
        for (Recent recent : Recent.of(evidence, name)) {
            Set<String> fields = findings.stream().map(it -> it.about().field()).collect(Collectors.toSet());
            Stream.concat(LagChecks.of(recent).stream(), FieldChecks.of(recent).stream())
                    .filter(it -> !fields.contains(it.about().field()))
                    .forEach(findings::add);
        }
        return findings;
    }
}
