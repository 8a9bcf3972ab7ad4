package io.carillon.testkit.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes through a merge, and segments at any instant meanwhile. On any host: a host's test class extends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MergeLaws {
    private final Trials<MergeAct, MergeLaw> merges;

    protected MergeLaws(LawHosts hosts) {
        merges = new Trials<>(hosts, new MergePlay(), getClass());
    }

    @Test
    void aSegmentIsWhatBruteForceCountsAtAnyInstantAcrossMerges() {
        merges.assertHolds(MergeLaw.SEGMENTS_ARE_BRUTE_FORCE);
    }

    @Test
    void whoMergedIsListedNowhere() {
        merges.assertHolds(MergeLaw.NOBODY_IS_LISTED_TWICE);
    }

    @Test
    void traitsSurvive() {
        merges.assertHolds(MergeLaw.PROFILES_SURVIVE);
    }

    @Test
    void consentsSurvive() {
        merges.assertHolds(MergeLaw.CONSENTS_SURVIVE);
    }

    @Test
    void endpointsSurvive() {
        merges.assertHolds(MergeLaw.ENDPOINTS_SURVIVE);
    }

    @Test
    void runsSurviveOncePerKeyUnlessEitherHalfHadLeft() {
        merges.assertHolds(MergeLaw.RUNS_SURVIVE);
    }

    @Test
    void timersSurvive() {
        merges.assertHolds(MergeLaw.TIMERS_SURVIVE);
    }

    @Test
    void sendsSurviveAndCountOnce() {
        merges.assertHolds(MergeLaw.SENDS_SURVIVE);
    }
}
