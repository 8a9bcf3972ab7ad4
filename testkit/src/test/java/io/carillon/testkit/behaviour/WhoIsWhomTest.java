package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.NotLinkedRow;
import io.carillon.core.entity.endpoint.SharedEndpointRow;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Address;
import io.carillon.core.host.Row;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.Refusal;
import io.carillon.core.value.Value;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Explicit merges, limits, junk, groups, and what the journal says of them. */
class WhoIsWhomTest {
    private final World world = World.startingAt("2026-03-02T09:00:00Z");
    private int made;

    @Test
    void twoUsersMergeWhenAnAliasSaysSo() {
        world.identify("user:1", "city", "Ulm").identify("user:2", "name", "Jane");

        alias("2", "1");

        assertThat(world.idOf("user:1")).isEqualTo(world.idOf("user:2"));
        assertThat(world.customer("user:1").customer().profile().values().fields())
                .containsOnlyKeys("city", "name");
        assertThat(world.customer("user:2").links().user()).contains(new Identifier(IdentifierKind.USER, "2"));
    }

    @Test
    void anAliasSaidBothWaysAndTwiceMergesOnce() {
        world.identify("user:1").identify("user:2");

        hand(aliasOf("2", "1"));
        hand(aliasOf("1", "2"));
        world.rest();
        alias("2", "1");

        assertThat(world.idOf("user:1")).isEqualTo(world.idOf("user:2"));
        assertThat(merges("user:1")).hasSize(1);
    }

    @Test
    void anAliasOfAUserNeverSeenLeadsLaterEventsToTheSameCustomer() {
        alias("2", "1");

        world.identify("user:1", "city", "Ulm");

        assertThat(world.idOf("user:1")).isEqualTo(world.idOf("user:2"));
    }

    @Test
    void threeUsersBecomeOneWhateverWayTheirAliasesPoint() {
        world.identify("user:1").identify("user:2").identify("user:3");

        hand(aliasOf("3", "2"));
        hand(aliasOf("1", "3"));
        hand(aliasOf("2", "1"));
        world.rest();

        assertThat(List.of(world.idOf("user:1"), world.idOf("user:2"), world.idOf("user:3")))
                .containsOnly(world.idOf("user:1"));
        assertThat(world.customer("user:3").links().self().bornAt().value()).isEqualTo("1");
    }

    @Test
    void aMergeThatWasSaidIsInTheJournalAsSuch() {
        world.identify("user:1").identify("user:2");

        alias("2", "1");

        HistoryEntry.Absorbed merge = merges("user:1").getFirst();
        assertThat(merge.cause().explicit()).isTrue();
        assertThat(merge.cause().event()).isEqualTo(new MessageId("w1"));
        assertThat(merge.from().bornAt().value()).isEqualTo("2");
    }

    @Test
    void withoutAnAliasTwoUsersOfOneEmailStayTwoAndTheConflictIsListed() {
        world.identify("user:1 email:jane@x.org").identify("user:2 email:jane@x.org");

        assertThat(world.idOf("user:1")).isNotEqualTo(world.idOf("user:2"));
        NotLinkedRow row = notLinked().getFirst();
        assertThat(row.why()).isEqualTo(Refusal.CONFLICT);
        assertThat(row.customer().bornAt().value()).isEqualTo("2");
        assertThat(row.owner()).contains(world.customer("user:1").links().self());
    }

    @Test
    void aConflictThatIsSettledIsNotListedAnyMore() {
        world.identify("user:1 email:jane@x.org").identify("user:2 email:jane@x.org");

        alias("2", "1");

        assertThat(notLinked()).isEmpty();
    }

    @Test
    void whatWasGainedAndGivenUpIsInTheJournalWithCauseAndEpoch() {
        world.track("user:1 device:d1", "Seen").advance(Duration.ofMinutes(1)).track("user:2 device:d1", "Seen");

        var device = new Identifier(IdentifierKind.DEVICE, "d1");
        assertThat(changes("user:1"))
                .anyMatch(change -> change instanceof LinkChange.Owned owned
                        && owned.identifier().equals(device)
                        && owned.epoch() == 1
                        && owned.cause().map(Cause::identifier).equals(Optional.of(device)));
        assertThat(changes("user:1"))
                .anyMatch(change -> change instanceof LinkChange.GaveUp gaveUp
                        && gaveUp.epoch() == 1
                        && gaveUp.cause().map(Cause::event).equals(Optional.of(new MessageId("m00002"))));
        assertThat(changes("user:2"))
                .anyMatch(change -> change instanceof LinkChange.Owned owned && owned.epoch() == 2);
    }

    @Test
    void anEventOverALimitIsHandledByTheOwnerOfItsStrongestIdentifier() {
        publish("identity: {limits: {device: 2}}");

        for (int i = 1; i <= 4; i++) world.track("user:1 device:d" + i, "Seen");

        assertThat(world.customer("user:1").links().count(IdentifierKind.DEVICE))
                .isEqualTo(2);
        assertThat(world.historyOf("user:1").filter(entry -> entry instanceof HistoryEntry.Happened))
                .hasSize(4);
        assertThat(changes("user:1"))
                .filteredOn(change -> change instanceof LinkChange.NotLinked)
                .extracting(change -> change.identifier().value())
                .containsExactly("d3", "d4");
        assertThat(notLinked()).hasSize(1); // the latest of its kind
    }

    @Test
    void aLimitWithAWindowOpensAgainWithTime() {
        publish("identity: {limits: {device: {max: 1, within: 30d}}}");

        world.track("user:1 device:d1", "Seen").track("user:1 device:d2", "Seen");
        world.advance(Duration.ofDays(31)).track("user:1 device:d2", "Seen");

        assertThat(world.customer("user:1").links().count(IdentifierKind.DEVICE))
                .isEqualTo(2);
    }

    @Test
    void aMergeMayPassALimitAndThatIsInTheJournal() {
        publish("identity: {limits: {device: 2}}");
        world.track("email:jane@x.org device:d1", "Seen").track("email:jane@x.org device:d2", "Seen");
        world.track("user:1 device:d3", "Seen");

        world.track("user:1 email:jane@x.org", "Seen");

        assertThat(world.customer("user:1").links().count(IdentifierKind.DEVICE))
                .isEqualTo(3);
        assertThat(world.historyOf("user:1")
                        .filter(entry ->
                                entry instanceof HistoryEntry.LimitPassed(var _, var _, var kind, var count, var max)
                                        && kind == IdentifierKind.DEVICE
                                        && count == 3
                                        && max == 2))
                .hasSize(1);
    }

    @Test
    void theHundredAndFirstMergeIsRefused() {
        for (int i = 0; i <= 101; i++) world.track("anonymous:a" + i, "Seen");

        for (int i = 0; i <= 101; i++) world.track("user:1 anonymous:a" + i, "Seen");

        assertThat(world.customer("user:1").links().absorbed()).hasSize(100);
        assertThat(changes("user:1"))
                .filteredOn(change ->
                        change instanceof LinkChange.NotLinked(var _, var why, var _) && why == Refusal.MERGES)
                .hasSize(2);
        assertThat(world.idOf("anonymous:a101")).isNotEqualTo(world.idOf("user:1"));
    }

    @Test
    void junkOfOnesOwnLinksNobody() {
        publish("identity: {junk: {values: [till-4]}}");

        world.track("user:1 device:till-4", "Seen").track("user:2 device:till-4", "Seen");

        assertThat(world.customer("user:1").links().count(IdentifierKind.DEVICE))
                .isZero();
        assertThat(notLinked()).extracting(NotLinkedRow::why).containsOnly(Refusal.JUNK);
    }

    @Test
    void aGroupIsKnownOfEachOfItsMembersAndMergesNobody() {
        hand(group("shop-7", "pro", "user:1"));
        hand(group("shop-7", "pro", "user:2"));
        world.rest();

        assertThat(world.idOf("user:1")).isNotEqualTo(world.idOf("user:2"));
        assertThat(world.customer("user:1").customer().facts())
                .hasToString("{\"groups\":[{\"id\":\"shop-7\",\"plan\":\"pro\"}]}");
    }

    @Test
    void groupsComeAlongWithAMergeAndATraitOfTheirNameIsNotHidden() {
        hand(group("shop-7", "pro", "anonymous:a1"));
        hand(group("shop-8", "free", "user:1"));
        world.rest();

        world.track("user:1 anonymous:a1", "Seen");
        assertThat(world.customer("user:1").customer().groups().byId()).containsOnlyKeys("shop-7", "shop-8");

        world.identify("user:1", "groups", "mine");
        assertThat(world.customer("user:1").customer().facts()).hasToString("{\"groups\":\"mine\"}");
    }

    @Test
    void anInboxThatTwoCustomersAreWrittenToIsListed() {
        world.workspace(WorkspaceFiles.smallest());
        for (String user : List.of("user:1", "user:2")) {
            world.identify(user, "email", "info@x.org", "firstName", "Ada")
                    .track(user, "Product Added", "cart_id", "cart of " + user, "name", "Lamp");
        }

        world.advance(Duration.ofHours(2));

        assertThat(world.inbox("info@x.org")).hasSize(2);
        assertThat(world.host().rows(SharedEndpointRow.TABLE, "", 10))
                .singleElement()
                .satisfies(row -> assertThat(SharedEndpointRow.Stored.ROWS
                                .decode(row.value())
                                .customers())
                        .containsExactly(
                                world.customer("user:1").links().self(),
                                world.customer("user:2").links().self()));
    }

    private void publish(String identity) {
        world.workspace(WorkspaceFiles.smallest().with("workspace.yaml", """
                workspace: shop
                timezone: Europe/Berlin
                %s
                """.formatted(identity)));
    }

    private void alias(String wished, String previous) {
        hand(aliasOf(wished, previous));
        world.rest();
    }

    private void hand(Event event) {
        world.hand(event);
    }

    private Event aliasOf(String wished, String previous) {
        return event(
                EventType.ALIAS,
                Value.Fields.NONE.with("previousId", Value.of(previous)),
                "user:" + wished,
                "user:" + previous);
    }

    private Event group(String id, String plan, String... who) {
        Value.Fields properties = Value.Fields.NONE
                .with("groupId", Value.of(id))
                .with("traits", Value.of(Map.of("plan", Value.of(plan))));
        return event(EventType.GROUP, properties, who);
    }

    private Event event(EventType type, Value.Fields properties, String... who) {
        return new Event(
                new MessageId("w" + ++made),
                type,
                type.word(),
                world.now(),
                world.now(),
                "site",
                Arrays.stream(who)
                        .map(text -> Identifier.at(new Address(text)).orElseThrow())
                        .toList(),
                properties,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }

    private List<HistoryEntry.Absorbed> merges(String who) {
        return world.historyOf(who)
                .filter(HistoryEntry.Absorbed.class::isInstance)
                .map(HistoryEntry.Absorbed.class::cast)
                .toList();
    }

    private List<LinkChange> changes(String who) {
        return world.historyOf(who)
                .filter(HistoryEntry.Linked.class::isInstance)
                .map(entry -> ((HistoryEntry.Linked) entry).change())
                .toList();
    }

    private List<NotLinkedRow> notLinked() {
        return world.host().rows(NotLinkedRow.TABLE, "", 100).stream()
                .map(Row::value)
                .map(NotLinkedRow.Stored.ROWS::decode)
                .toList();
    }
}
