package io.carillon.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Identifier A1 = new Identifier(IdentifierKind.ANONYMOUS, "a1");
    private static final CustomerRef U1 = customer(IdentifierKind.USER, "1");
    private static final CustomerRef U2 = customer(IdentifierKind.USER, "2");
    private static final CustomerRef MAIL = customer(IdentifierKind.EMAIL, "jane@x.org");
    private static final CustomerRef DEVICE = customer(IdentifierKind.DEVICE, "d1");

    @Test
    void whatWasClaimedWithAUserAndComesWithAMergeWasUsedByThem() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), IdentityRules.DEFAULT, NOON)
                .links();
        Links weaker = born(MAIL).own(A1, 1, NOON);

        Links merged = Linking.absorb(claiming, weaker).links();

        assertThat(merged.used()).containsEntry(A1, stamp(3));
        assertThat(merged.asked()).doesNotContainKey(A1);
    }

    @Test
    void anOlderClaimThanTheOneThatAMergeFulfilledIsRefused() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), IdentityRules.DEFAULT, NOON)
                .links();
        Links merged = Linking.absorb(claiming, born(MAIL).own(A1, 1, NOON)).links();

        Linking.Step step = Linking.on(merged, contest(U2, 2), NOON);

        assertThat(((Linking.Step.Stays) step).sends())
                .containsExactly(new IdentitySend.ToCustomer(
                        U2, new LinkMessage.Refused(A1, Optional.of(stamp(2)), U1, Optional.of(Refusal.CONFLICT))));
    }

    @Test
    void anInvitationMeantForSomebodyAbsorbedAsksForNothingThatIsOwned() {
        Links owning = born(U1).own(A1, 1, NOON);

        Linking.Step step = Linking.on(owning, new LinkMessage.Join(A1, DEVICE, cause(1), Apart.NOBODY), NOON);

        assertThat(step).isEqualTo(new Linking.Step.Stays(owning, List.of(), List.of()));
    }

    @Test
    void anInvitationMeantForSomebodyAbsorbedLeavesAClaimUnderWayAsItIs() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), IdentityRules.DEFAULT, NOON)
                .links();

        Linking.Step step = Linking.on(claiming, new LinkMessage.Join(A1, U2, cause(1), Apart.NOBODY), NOON);

        assertThat(step).isEqualTo(new Linking.Step.Stays(claiming, List.of(), List.of()));
    }

    @Test
    void anEarlierClaimThatComesBackLeavesALaterOneAsItIs() {
        Links claimingAgain = Linking.onEvent(born(U1), named(U1, 5), IdentityRules.DEFAULT, NOON)
                .links();

        Linking.Step contested = Linking.on(claimingAgain, contest(U1, 1), NOON);
        Linking.Step invited = Linking.on(claimingAgain, new LinkMessage.Join(A1, U1, cause(1), Apart.NOBODY), NOON);

        assertThat(contested).isEqualTo(new Linking.Step.Stays(claimingAgain, List.of(), List.of()));
        assertThat(invited).isEqualTo(contested);
    }

    @Test
    void twoUsersDoNotMergeByAnInvitationMeantForSomebodyAbsorbed() {
        Linking.Step step = Linking.on(born(U2), new LinkMessage.Join(A1, U1, cause(1), Apart.NOBODY), NOON);

        assertThat(((Linking.Step.Stays) step).sends())
                .containsExactly(new IdentitySend.ToIdentifier(
                        A1, new IdentifierMessage.Claim(U2, Optional.empty(), cause(1), 0, Apart.NOBODY)));
    }

    @Test
    void theWordOfAFormerOwnerThatComesLateIsNotTaken() {
        var role = new IdentifierRole(Optional.of(MAIL), 1);

        IdentifierRole moved = role.on(A1, new IdentifierMessage.Moved(U1, 1)).role();
        IdentifierRole late = moved.on(A1, new IdentifierMessage.Moved(MAIL, 1)).role();

        assertThat(late).isEqualTo(new IdentifierRole(Optional.of(U1), 1));
    }

    @Test
    void anAliasClaimsTheOtherUserExplicitly() {
        Linking.Step.Stays step = Linking.onEvent(born(U1), alias(U1, U2), IdentityRules.DEFAULT, NOON);

        assertThat(step.sends())
                .containsExactly(new IdentitySend.ToIdentifier(
                        U2.bornAt(),
                        new IdentifierMessage.Claim(U1, Optional.of(stamp(9)), explicit(), 0, Apart.NOBODY)));
    }

    @Test
    void twoUsersMergeTowardsTheStrongerWhenItIsSaid() {
        var contest = new LinkMessage.Contest(U2.bornAt(), U1, Optional.empty(), explicit(), 0, Apart.NOBODY);
        var fromTheWeaker = new LinkMessage.Contest(U1.bornAt(), U2, Optional.empty(), explicit(), 0, Apart.NOBODY);
        var invitation = new LinkMessage.Join(U1.bornAt(), U1, explicit(), Apart.NOBODY);

        assertThat(Linking.on(born(U2), contest, NOON)).isEqualTo(new Linking.Step.MergesInto(U1, explicit()));
        assertThat(((Linking.Step.Stays) Linking.on(born(U1), fromTheWeaker, NOON)).sends())
                .containsExactly(new IdentitySend.ToCustomer(U2, invitation));
        assertThat(Linking.on(born(U2), invitation, NOON)).isEqualTo(new Linking.Step.MergesInto(U1, explicit()));
    }

    @Test
    void anEarlierRefusalDoesNotEndAnExplicitClaim() {
        Links claiming = Linking.onEvent(born(U1), alias(U1, U2), IdentityRules.DEFAULT, NOON)
                .links();

        var refused = new LinkMessage.Refused(U2.bornAt(), Optional.empty(), U2, Optional.empty());

        assertThat(Linking.on(claiming, refused, NOON))
                .isEqualTo(new Linking.Step.Stays(claiming, List.of(), List.of()));
    }

    @Test
    void theUserIdThatAnAliasAsksForIsShownWhicheverCustomerStays() {
        Links unnamed = born(U1).absorb(born(U2));
        Event wishingForTwo = alias(U2, U1);

        Links wished = Linking.onEvent(unnamed, wishingForTwo, IdentityRules.DEFAULT, NOON)
                .links();

        assertThat(unnamed.user()).contains(U1.bornAt());
        assertThat(wished.user()).contains(U2.bornAt());
    }

    @Test
    void moreThanTheLimitOfAKindIsNotClaimedAndIsSaidOnceADay() {
        var rules = limited(IdentifierKind.ANONYMOUS, new IdentifierLimits.Limit(1, Optional.empty()));
        Links full = born(U1).own(new Identifier(IdentifierKind.ANONYMOUS, "a0"), 1, NOON);

        Linking.Step.Stays first = Linking.onEvent(full, named(U1, 1), rules, NOON);
        Linking.Step.Stays second = Linking.onEvent(first.links(), named(U1, 2), rules, NOON.plusSeconds(60));
        Linking.Step.Stays nextDay =
                Linking.onEvent(second.links(), named(U1, 3), rules, NOON.plus(Linking.REFUSAL_HOLDS));

        assertThat(first.sends()).isEmpty();
        assertThat(first.changes()).containsExactly(new LinkChange.NotLinked(A1, Refusal.LIMIT, Optional.of(cause(1))));
        assertThat(second.sends()).isEmpty();
        assertThat(second.changes()).isEmpty();
        assertThat(nextDay.changes()).hasSize(1);
    }

    @Test
    void aLimitWithAWindowCountsWhatWasGainedInIt() {
        var rules = limited(
                IdentifierKind.ANONYMOUS, new IdentifierLimits.Limit(1, Optional.of(java.time.Duration.ofDays(30))));
        Links full = born(U1).own(new Identifier(IdentifierKind.ANONYMOUS, "a0"), 1, NOON);

        Linking.Step.Stays within = Linking.onEvent(full, named(U1, 1), rules, NOON.plusSeconds(2_591_999));
        Linking.Step.Stays after = Linking.onEvent(within.links(), named(U1, 2), rules, NOON.plusSeconds(2_592_000));

        assertThat(within.sends()).isEmpty();
        assertThat(after.sends()).hasSize(1);
    }

    @Test
    void junkIsNotClaimed() {
        var junk = new Junk(Junk.lowerCase(List.of("A1")), List.of(), Junk.ROLE_ADDRESSES);
        var rules = new IdentityRules(Optional.empty(), IdentifierLimits.DEFAULT, junk);

        Linking.Step.Stays step = Linking.onEvent(born(U1), named(U1, 1), rules, NOON);

        assertThat(step.sends()).isEmpty();
        assertThat(step.changes()).containsExactly(new LinkChange.NotLinked(A1, Refusal.JUNK, Optional.of(cause(1))));
    }

    @Test
    void oneMergeTooManyIsRefusedUnlessAPersonSaysSo() {
        var plain = new LinkMessage.Contest(A1, U1, Optional.empty(), cause(1), Linking.MERGES_MAX, Apart.NOBODY);
        var said = new LinkMessage.Contest(A1, U1, Optional.empty(), explicit(), Linking.MERGES_MAX, Apart.NOBODY);
        Links visitor = born(new CustomerRef(A1, 0));

        Linking.Step refused = Linking.on(visitor, plain, NOON);

        assertThat(((Linking.Step.Stays) refused).sends())
                .containsExactly(new IdentitySend.ToCustomer(
                        U1,
                        new LinkMessage.Refused(A1, Optional.empty(), visitor.self(), Optional.of(Refusal.MERGES))));
        assertThat(Linking.on(visitor, said, NOON)).isInstanceOf(Linking.Step.MergesInto.class);
    }

    @Test
    void aRefusedMergeIsRememberedForADay() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 1), IdentityRules.DEFAULT, NOON)
                .links();
        var refused = new LinkMessage.Refused(A1, Optional.of(stamp(1)), new CustomerRef(A1, 0), Optional.empty());

        Linking.Step.Stays step = (Linking.Step.Stays) Linking.on(claiming, refused, NOON);
        Linking.Step.Stays soon = Linking.onEvent(step.links(), named(U1, 2), IdentityRules.DEFAULT, NOON);
        Linking.Step.Stays later =
                Linking.onEvent(step.links(), named(U1, 2), IdentityRules.DEFAULT, NOON.plus(Linking.REFUSAL_HOLDS));

        assertThat(step.changes()).containsExactly(new LinkChange.NotLinked(A1, Refusal.MERGES, Optional.of(cause(1))));
        assertThat(soon.sends()).isEmpty();
        assertThat(later.sends()).hasSize(1);
    }

    private static IdentityRules limited(IdentifierKind kind, IdentifierLimits.Limit limit) {
        return new IdentityRules(Optional.empty(), IdentifierLimits.DEFAULT.with(kind, List.of(limit)), Junk.DEFAULT);
    }

    private static Cause explicit() {
        return new Cause(stamp(9).by(), U2.bornAt(), true);
    }

    private static Event alias(CustomerRef wished, CustomerRef former) {
        return new Event(
                stamp(9).by(),
                EventType.ALIAS,
                "alias",
                stamp(9).at(),
                NOON.plusSeconds(60),
                "site",
                List.of(wished.bornAt(), former.bornAt()),
                Value.Fields.NONE.with("previousId", Value.of(former.bornAt().value())),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    private static CustomerRef customer(IdentifierKind kind, String value) {
        return new CustomerRef(new Identifier(kind, value), 0);
    }

    private static Links born(CustomerRef customer) {
        return Links.born(customer, customer.bornAt(), 1, NOON);
    }

    private static LinkMessage contest(CustomerRef by, int second) {
        return new LinkMessage.Contest(A1, by, Optional.of(stamp(second)), cause(second), 0, Apart.NOBODY);
    }

    private static Event named(CustomerRef user, int second) {
        return new Event(
                stamp(second).by(),
                EventType.IDENTIFY,
                "identify",
                stamp(second).at(),
                NOON.plusSeconds(60),
                "site",
                List.of(user.bornAt(), A1),
                Value.Fields.NONE,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    private static Stamp stamp(int second) {
        return new Stamp(NOON.plusSeconds(second), new MessageId("m" + second));
    }

    private static Cause cause(int second) {
        return new Cause(new MessageId("m" + second), A1);
    }
}
