package io.carillon.server.runtime;

import io.carillon.core.audit.judge.Evidence;
import io.carillon.core.audit.judge.Finding;
import io.carillon.core.audit.judge.Scores;
import io.carillon.core.entity.audit.AuditState;
import io.carillon.core.entity.audit.OpenFinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with what one source sends.
 *
 * @param state what is kept of it, from before
 */
public record Judgement(String source, Evidence evidence, List<Finding> findings, AuditState state) {
    public Judgement {
        findings = List.copyOf(findings);
    }

    public int score() {
        return Scores.of(findings);
    }

    /** When a finding began; now when it is new. */
    public Instant since(Finding finding) {
        return Optional.ofNullable(state.open().get(finding.key()))
                .map(OpenFinding::since)
                .orElse(evidence.now());
    }

    List<OpenFinding> open() {
        return findings.stream()
                .map(it -> new OpenFinding(
                        it.key(),
                        it.about().event(),
                        it.severity(),
                        it.what(),
                        it.fix(),
                        evidence.now(),
                        evidence.now(),
                        false))
                .toList();
    }
}
