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
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), NOON).links();
        Links weaker = born(MAIL).own(A1, 1);

        Links merged = Linking.absorb(claiming, weaker).links();

        assertThat(merged.used()).containsEntry(A1, stamp(3));
        assertThat(merged.asked()).doesNotContainKey(A1);
    }

    @Test
    void anOlderClaimThanTheOneThatAMergeFulfilledIsRefused() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), NOON).links();
        Links merged = Linking.absorb(claiming, born(MAIL).own(A1, 1)).links();

        Linking.Step step = Linking.on(merged, contest(U2, 2), NOON);

        assertThat(((Linking.Step.Stays) step).sends())
                .containsExactly(
                        new IdentitySend.ToCustomer(U2, new LinkMessage.Refused(A1, Optional.of(stamp(2)), U1)));
    }

    @Test
    void anInvitationMeantForSomebodyAbsorbedAsksForNothingThatIsOwned() {
        Links owning = born(U1).own(A1, 1);

        Linking.Step step = Linking.on(owning, new LinkMessage.Join(A1, DEVICE, cause(1)), NOON);

        assertThat(step).isEqualTo(new Linking.Step.Stays(owning, List.of(), Optional.empty()));
    }

    @Test
    void anInvitationMeantForSomebodyAbsorbedLeavesAClaimUnderWayAsItIs() {
        Links claiming = Linking.onEvent(born(U1), named(U1, 3), NOON).links();

        Linking.Step step = Linking.on(claiming, new LinkMessage.Join(A1, U2, cause(1)), NOON);

        assertThat(step).isEqualTo(new Linking.Step.Stays(claiming, List.of(), Optional.empty()));
    }

    @Test
    void anEarlierClaimThatComesBackLeavesALaterOneAsItIs() {
        Links claimingAgain = Linking.onEvent(born(U1), named(U1, 5), NOON).links();

        Linking.Step contested = Linking.on(claimingAgain, contest(U1, 1), NOON);
        Linking.Step invited = Linking.on(claimingAgain, new LinkMessage.Join(A1, U1, cause(1)), NOON);

        assertThat(contested).isEqualTo(new Linking.Step.Stays(claimingAgain, List.of(), Optional.empty()));
        assertThat(invited).isEqualTo(contested);
    }

    @Test
    void twoUsersDoNotMergeByAnInvitationMeantForSomebodyAbsorbed() {
        Linking.Step step = Linking.on(born(U2), new LinkMessage.Join(A1, U1, cause(1)), NOON);

        assertThat(((Linking.Step.Stays) step).sends())
                .containsExactly(
                        new IdentitySend.ToIdentifier(A1, new IdentifierMessage.Claim(U2, Optional.empty(), cause(1))));
    }

    @Test
    void theWordOfAFormerOwnerThatComesLateIsNotTaken() {
        var role = new IdentifierRole(Optional.of(MAIL), 1);

        IdentifierRole moved = role.on(A1, new IdentifierMessage.Moved(U1, 1)).role();
        IdentifierRole late = moved.on(A1, new IdentifierMessage.Moved(MAIL, 1)).role();

        assertThat(late).isEqualTo(new IdentifierRole(Optional.of(U1), 1));
    }

    private static CustomerRef customer(IdentifierKind kind, String value) {
        return new CustomerRef(new Identifier(kind, value), 0);
    }

    private static Links born(CustomerRef customer) {
        return Links.born(customer, customer.bornAt(), 1);
    }

    private static LinkMessage contest(CustomerRef by, int second) {
        return new LinkMessage.Contest(A1, by, Optional.of(stamp(second)), cause(second));
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
