package io.carillon.core.audit.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
            Recent.of(evidence, name).ifPresent(recent -> {
                findings.addAll(LagChecks.of(recent));
                findings.addAll(FieldChecks.of(recent));
            });
        }
        findings.addAll(UnusableChecks.of(evidence));
        findings.addAll(AgreementChecks.of(evidence));
        return findings.stream().sorted(ORDER).limit(FINDINGS_MAX).toList();
    }
}
