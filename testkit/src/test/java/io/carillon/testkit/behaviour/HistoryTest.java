package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Lane;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.testkit.Events;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes from records: it says who somebody is and what they did, begins nothing, and asks nobody's leave. */
class HistoryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Subscription REMINDERS = new Subscription(Channel.EMAIL, new TopicId("reminders"));

    private final World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());

    private int made;

    @Test
    void historyStartsNoRun() {
        world.hand(tracked("user:ada email:ada@example.com", "Product Added", Value.Fields.NONE));
        world.rest();

        assertThat(world.runsOf("user:ada")).isEmpty();
        assertThat(world.historyOf("user:ada")).isNotEmpty();
    }

    @Test
    void historyEndsARunThatItsEventWouldHaveEnded() {
        world.identify("user:ada email:ada@example.com").track("user:ada", "Product Added", "cart_id", "c1");
        assertThat(world.runsOf("user:ada")).hasSize(1);

        world.hand(tracked("user:ada", "Order Completed", Value.Fields.NONE));
        world.advance(HOUR);

        assertThat(world.runsOf("user:ada")).isEmpty();
        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void whoIsKnownByRecordsOnlyIsNotWrittenToThoughTheTopicIsOptOut() {
        imported(Value.Fields.NONE);
        world.hand(tracked("user:ada", "Page Seen", Value.Fields.NONE));
        world.rest();

        assertThat(world.customer("user:ada").customer().consents().met()).isFalse();
    }

    @Test
    void anEventOfTheirOwnMakesTheDefaultOfTheTopicHold() {
        imported(Value.Fields.NONE);

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
    }

    @Test
    void whoIsUnmetIsNotSubscribedForSegmentsEither() {
        world.workspace(WorkspaceFiles.smallest().with("segments/ada.yaml", """
                segment: written-to
                when: {subscription: {channel: email, topic: reminders, is: subscribed}}
                """));

        imported(Value.Fields.NONE);
        assertThat(world.membersOf("written-to")).isEmpty();

        world.track("user:ada", "Page Seen");
        assertThat(world.membersOf("written-to")).hasSize(1);
    }

    @Test
    void aBasisSubscribesToTopicsThatAreOptOutAndSaysWhereItComesFrom() {
        imported(basis("customer (imp-1)"));

        assertThat(world.customer("user:ada").customer().consents().choice(REMINDERS))
                .contains(new Consent(true, Instant.parse("2026-03-02T08:00:00Z"), "import: customer (imp-1)"));
    }

    @Test
    void aBasisNeverOverrulesAWordOfTheirsWhicheverCameFirst() {
        imported(basis("customer (imp-1)"));
        world.hand(identified(Duration.ofDays(400), Value.Fields.NONE, choice(false)));
        world.rest();
        world.hand(identified(Duration.ZERO, basis("explicit (imp-2)"), Value.Fields.NONE));
        world.rest();

        assertThat(world.customer("user:ada").customer().consents().choice(REMINDERS))
                .hasValueSatisfying(consent -> assertThat(consent.subscribed()).isFalse());
    }

    @Test
    void whatAnotherToolSuppressedIsNotWrittenToByAnybodyWhoHasTheAddressLater() {
        world.ask(
                new Endpoint(Channel.EMAIL, "ada@example.com").address(),
                Lane.BULK,
                replyTo -> new EndpointMessage.Suppress("complaint (import)", replyTo));
        world.identify("user:ada email:ada@example.com")
                .track("user:ada", "Product Added", "cart_id", "c1")
                .advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.ENDPOINT);
        assertThat(world.decisionsOf("user:ada").getLast().reasons())
                .extracting(Reason::detail)
                .anyMatch(detail -> detail.contains("complaint (import)"));
    }

    private void imported(Value.Fields context) {
        world.hand(identified(Duration.ofDays(30), context, Value.Fields.NONE));
        world.rest();
    }

    private Event identified(Duration age, Value.Fields context, Value.Fields traits) {
        return event("user:ada email:ada@example.com", EventType.IDENTIFY, "identify", age, context, traits);
    }

    private Event tracked(String who, String name, Value.Fields context) {
        return event(who, EventType.TRACK, name, Duration.ZERO, context, Value.Fields.NONE);
    }

    private Event event(
            String who, EventType type, String name, Duration age, Value.Fields context, Value.Fields traits) {
        return new Event(
                        new MessageId("h" + made++),
                        type,
                        name,
                        world.now().minus(age),
                        world.now(),
                        "crm",
                        Events.identifiers(who),
                        Events.fields("cart_id", "c1"),
                        traits,
                        context)
                .asHistory();
    }

    private static Value.Fields basis(String basis) {
        return Value.of(
                Map.of("import", Value.of(Map.of("basis", Value.of(basis), "at", Value.of("2026-03-02T08:00:00Z")))));
    }

    private static Value.Fields choice(boolean subscribed) {
        return Value.of(Map.of(
                "subscriptions",
                Value.of(List.of(Value.of(Map.of(
                        "channel",
                        Value.of("email"),
                        "topic",
                        Value.of("reminders"),
                        "subscribed",
                        Value.of(subscribed)))))));
    }
}
