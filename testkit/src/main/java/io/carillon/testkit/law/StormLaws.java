package io.carillon.testkit.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What holds whatever happens, in whatever order: crashes, repeats, merges, failures, unsubscribes at any moment. On any
 * host: a host's test class extends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StormLaws {
    private final Trials<StormAct, StormLaw> storm;

    protected StormLaws(LawHosts hosts) {
        storm = new Trials<>(hosts, new StormPlay(), getClass());
    }

    @Test
    void noMarketingIsTakenAfterAnAnsweredUnsubscribe() {
        storm.assertHolds(StormLaw.UNSUBSCRIBES_HOLD);
    }

    @Test
    void everyUnsubscribeIsAnswered() {
        storm.assertHolds(StormLaw.UNSUBSCRIBES_ARE_ANSWERED);
    }

    @Test
    void marketingLeavesAtMostOnceForEachDispatch() {
        storm.assertHolds(StormLaw.MARKETING_LEAVES_ONCE);
    }

    @Test
    void marketingLeavesAtMostOnceForEachIntentOfARunAlsoInTheMiddleOfAMerge() {
        storm.assertHolds(StormLaw.AN_INTENT_IS_SAID_ONCE);
    }

    @Test
    void transactionalLeavesAtLeastOnceUnlessItIsRefusedForAReason() {
        storm.assertHolds(StormLaw.TRANSACTIONAL_IS_NOT_LOST);
    }

    @Test
    void noRunActsAfterItsExitWasHandled() {
        storm.assertHolds(StormLaw.EXITS_HOLD);
    }

    @Test
    void noMarketingIsClaimedWhileAMessageOfTheirsIsParked() {
        storm.assertHolds(StormLaw.PARKED_WITHHOLDS_MARKETING);
    }

    @Test
    void aPoisonMessageDoesNotAffectOthers() {
        storm.assertHolds(StormLaw.OTHERS_ARE_NOT_AFFECTED);
    }

    @Test
    void everyWakeUpFiresAlsoUnderClocksSetBackSoThatEverythingEnds() {
        storm.assertHolds(StormLaw.EVERYTHING_ENDS);
    }

    @Test
    void whatLeftCountsAsSent() {
        storm.assertHolds(StormLaw.WHAT_LEFT_COUNTS_AS_SENT);
    }

    @Test
    void whateverBecameOfAMessageIsExplained() {
        storm.assertHolds(StormLaw.EVERYTHING_IS_EXPLAINED);
    }

    @Test
    void everyMessageIsKnownToWhoeverItsCustomerIsToday() {
        storm.assertHolds(StormLaw.CUSTOMERS_KNOW_THEIR_MESSAGES);
    }
}
