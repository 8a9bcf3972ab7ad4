package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DuplicatesSectionTest {
    @Test
    void nobodyMergesByProbabilityUnlessARuleSaysSo() {
        assertThat(rule("")).isEqualTo(DuplicateRule.NEVER);
        assertThat(rule("duplicates: {acceptAbove: 0.99}").acceptAbove()).isEqualTo(OptionalDouble.of(0.99));
    }

    @Test
    void whatIsNotCertainEnoughIsNoRule() {
        assertThat(problems("duplicates: {acceptAbove: 0.5}"))
                .containsExactly(
                        "workspace.yaml:3:27: acceptAbove 0.5 is no probability to merge people by; expected 0.9 to 1");
        assertThat(problems("duplicates: {above: 0.99}")).hasSize(2);
    }

    private static Outcome read(String more) {
        return Workspaces.read(Workspaces.with("workspace.yaml", "workspace: shop\ntimezone: Europe/Berlin\n" + more));
    }

    private static DuplicateRule rule(String more) {
        return ((Outcome.Valid) read(more)).workspace().duplicates();
    }

    private static List<String> problems(String more) {
        return ((Outcome.Invalid) read(more))
                .problems().stream().map(Problem::toString).toList();
    }
}
