package io.carillon.testkit.conformance;

import org.junit.jupiter.api.Assumptions;

/** Tests that kill the process from within a step. */
final class Kills {
    private Kills() {}

    /** Skips the test, with the host's reason, on a host that cannot be killed so. */
    static void assumePossible(Toys toys) {
        String reason = toys.unit().whyNoKills();
        Assumptions.assumeTrue(reason.isEmpty(), reason);
    }
}
