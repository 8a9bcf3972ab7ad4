package io.carillon.testkit.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Merge and un-merge equal a replay of all that happened in which the two never met. On any host: a host's test class
 * extends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class UnmergeLaws {
    private final Trials<UnmergeAct, UnmergeLaw> oneUser;
    private final Trials<UnmergeAct, UnmergeLaw> twoUsers;

    protected UnmergeLaws(LawHosts hosts) {
        oneUser = new Trials<>(hosts, new UnmergePlay(1), getClass());
        twoUsers = new Trials<>(hosts, new UnmergePlay(2), getClass());
    }

    private void assertHolds(UnmergeLaw law) {
        oneUser.assertHolds(law);
        twoUsers.assertHolds(law);
    }

    @Test
    void identifiersAreWhoseTheyWouldBeHadTheTwoNeverMet() {
        assertHolds(UnmergeLaw.IDENTIFIERS_ARE_A_REPLAY);
    }

    @Test
    void eventsAreInTheHistoryOfWhomTheyWouldBe() {
        assertHolds(UnmergeLaw.EVENTS_ARE_A_REPLAY);
    }

    @Test
    void profilesAreThoseOfAReplay() {
        assertHolds(UnmergeLaw.PROFILES_ARE_A_REPLAY);
    }

    @Test
    void consentsAreThoseOfAReplay() {
        assertHolds(UnmergeLaw.CONSENTS_ARE_A_REPLAY);
    }

    @Test
    void segmentsAreThoseOfAReplay() {
        assertHolds(UnmergeLaw.SEGMENTS_ARE_A_REPLAY);
    }

    @Test
    void splitKeysAreThoseOfAReplay() {
        assertHolds(UnmergeLaw.SPLIT_KEYS_ARE_A_REPLAY);
    }

    @Test
    void everyUnmergeComesToItsEnd() {
        assertHolds(UnmergeLaw.NOTHING_IS_LEFT_UNDER_WAY);
    }
}
