package io.carillon.testkit.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is whom, on any host: a host's test class extends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IdentityLaws {
    private final Trials<IdentityAct, IdentityLaw> storm;
    private final Trials<IdentityAct, IdentityLaw> partings;
    private final Trials<IdentityAct, IdentityLaw> oneUser;
    private final Trials<IdentityAct, IdentityLaw> oneAtATime;

    protected IdentityLaws(LawHosts hosts) {
        storm = new Trials<>(hosts, new IdentityPlay(IdentityPlay.Kind.STORM), getClass());
        partings = new Trials<>(hosts, new IdentityPlay(IdentityPlay.Kind.PARTING_STORM), getClass());
        oneUser = new Trials<>(hosts, new IdentityPlay(IdentityPlay.Kind.ONE_USER), getClass());
        oneAtATime = new Trials<>(hosts, new IdentityPlay(IdentityPlay.Kind.ONE_AT_A_TIME), getClass());
    }

    @Test
    void everyEventIsInExactlyOneCustomerOnce() {
        storm.assertHolds(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER);
        oneUser.assertHolds(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER);
    }

    @Test
    void everyIdentifierIsInExactlyOneCustomerOrOnItsWayInOneMessage() {
        storm.assertHolds(IdentityLaw.IDENTIFIERS_ARE_IN_ONE_CUSTOMER);
    }

    @Test
    void atRestEveryRowLeadsToItsHolderAndNoMergeGoesRound() {
        storm.assertHolds(IdentityLaw.ROWS_LEAD_TO_HOLDERS);
    }

    @Test
    void whoeverIsPartedAtAnyMomentTakesAlongWhatIsTheirsAndNothingIsLost() {
        partings.assertHolds(IdentityLaw.EVENTS_ARE_IN_ONE_CUSTOMER);
        partings.assertHolds(IdentityLaw.IDENTIFIERS_ARE_IN_ONE_CUSTOMER);
        partings.assertHolds(IdentityLaw.ROWS_LEAD_TO_HOLDERS);
        partings.assertHolds(IdentityLaw.NO_CLAIM_IS_OPEN);
        partings.assertHolds(IdentityLaw.USERS_STAY_APART);
        partings.assertHolds(IdentityLaw.PROFILES_ARE_THOSE_OF_THEIR_EVENTS);
        partings.assertHolds(IdentityLaw.REPEATS_CHANGE_NOTHING);
    }

    @Test
    void atRestNoClaimIsOpen() {
        storm.assertHolds(IdentityLaw.NO_CLAIM_IS_OPEN);
    }

    @Test
    void twoCustomersBornAtUsersNeverMergeByThemselves() {
        storm.assertHolds(IdentityLaw.USERS_STAY_APART);
    }

    @Test
    void oneEventAtATimeIsWhatTheOracleSays() {
        oneAtATime.assertHolds(IdentityLaw.ONE_AT_A_TIME_IS_THE_ORACLE);
    }

    @Test
    void whereNoUsersMeetAnyOrderIsUnionFind() {
        oneUser.assertHolds(IdentityLaw.UNCONTESTED_IS_UNION_FIND);
        storm.assertHolds(IdentityLaw.UNCONTESTED_IS_UNION_FIND);
    }

    @Test
    void whatMovesEndsWithTheUserItWasLastNamedWith() {
        storm.assertHolds(IdentityLaw.LAST_NAMED_WINS);
    }

    @Test
    void repeatsOfOutsideInputChangeNothing() {
        storm.assertHolds(IdentityLaw.REPEATS_CHANGE_NOTHING);
    }

    @Test
    void whicheverHalvesMeetFirstTheProfileIsThatOfAllEvents() {
        storm.assertHolds(IdentityLaw.PROFILES_ARE_THOSE_OF_THEIR_EVENTS);
        oneUser.assertHolds(IdentityLaw.PROFILES_ARE_THOSE_OF_THEIR_EVENTS);
    }

    @Test
    void theSplitKeyOfWhoWasBornFirstSurvivesSignUpAndMerge() {
        oneUser.assertHolds(IdentityLaw.SPLIT_KEYS_STAY);
        storm.assertHolds(IdentityLaw.SPLIT_KEYS_STAY);
        oneAtATime.assertHolds(IdentityLaw.SPLIT_KEYS_STAY);
    }
}
