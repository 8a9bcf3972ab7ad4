package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.entity.endpoint.EndpointState;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.event.Event;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import io.carillon.core.value.Value;
import io.carillon.testkit.Question;
import io.carillon.testkit.SimulatedProvider;
import io.carillon.testkit.SimulatedWorker;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final WorkspaceFiles BY_TEXT = WorkspaceFiles.smallest()
            .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
            .with("messages/cart-reminder.yaml", """
                    message: cart-reminder
                    purpose: marketing
                    topic: reminders
                    channels:
                      sms: {body: "Still yours"}
                    """);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com", "firstName", "Ada");

    @Test
    void nothingIsSaidAfterAnUnsubscribeByApi() {
        Question unsubscribe = world.choose("user:ada", Channel.EMAIL, "reminders", false);
        abandonCart("c1");

        assertThat(unsubscribe.reply()).contains(new Answers.Withdrawn(List.of()));
        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
    }

    @Test
    void anUnsubscribeByApiStopsAMessageThatIsQueued() {
        world.worker().hold();
        abandonCart("c1");

        world.choose("user:ada", Channel.EMAIL, "reminders", false);
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
    }

    @Test
    void anUnsubscribeByLinkHoldsForTheNextMessage() {
        abandonCart("c1");

        Question unsubscribe =
                world.unsubscribeBy(world.inbox("ada@example.com").getFirst());
        abandonCart("c2");

        assertThat(unsubscribe.reply()).contains(new Answers.Withdrawn(List.of()));
        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
    }

    @Test
    void anUnsubscribeWaitsForTheCallThatIsUnderWayAndNamesIt() {
        world.provider().hold();
        abandonCart("c1");

        Question unsubscribe = world.choose("user:ada", Channel.EMAIL, "reminders", false);
        assertThat(unsubscribe.isAnswered()).isFalse();

        world.provider().goOn();
        world.rest();
        assertThat(unsubscribe.reply())
                .contains(new Answers.Withdrawn(
                        List.of(world.messageOf("user:ada").id())));
    }

    @Test
    void unsubscribesRepeatedWhileACallIsUnderWayAreAnsweredUpToABound() {
        world.provider().hold();
        abandonCart("c1");

        List<Question> unsubscribes = Stream.generate(() -> world.choose("user:ada", Channel.EMAIL, "reminders", false))
                .limit(EndpointState.OWED_MAX + 50)
                .toList();
        world.provider().goOn();
        world.rest();

        assertThat(unsubscribes.stream().filter(Question::isAnswered)).hasSize(EndpointState.OWED_MAX);
        abandonCart("c2");
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void anUnsubscribeWaitsNoLongerThanACallMayTake() {
        world.provider().will(SimulatedProvider.Behaviour.LOSES_IT);
        world.provider().hold();
        abandonCart("c1");

        Question unsubscribe = world.choose("user:ada", Channel.EMAIL, "reminders", false);
        world.advance(SimulatedWorker.CALL_TIMEOUT);

        assertThat(unsubscribe.isAnswered()).isTrue();
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.UNCERTAIN);
    }

    @Test
    void anUnsubscribeAfterARestartWaitsForWhatTheProcessBeforeHadStarted() {
        world.provider().hold();
        abandonCart("c1");
        world.crash();

        Question unsubscribe = world.choose("user:ada", Channel.EMAIL, "reminders", false);
        world.advance(SimulatedWorker.CALL_TIMEOUT.minusMillis(1));
        assertThat(unsubscribe.isAnswered()).isFalse();

        world.advance(Duration.ofMillis(1));
        assertThat(unsubscribe.isAnswered()).isTrue();
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.UNCERTAIN);
    }

    @Test
    void whoSharesAPhoneIsNotWrittenToAfterItWasUnsubscribedByLink() {
        world.workspace(BY_TEXT)
                .identify("user:ada", "phone", "+491701234567")
                .identify("user:bob", "phone", "+491701234567");
        var phone = new Endpoint(Channel.SMS, "+491701234567");

        world.handLink(
                new Addresses.Unsubscribe(world.customer("user:ada").links().self(), phone, new TopicId("reminders")));
        abandonCart("a1");
        world.track("user:bob", "Product Added", "cart_id", "b1").advance(HOUR);

        assertThat(world.inbox("+491701234567")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
        assertThat(world.withheldFrom("user:bob")).containsExactly(Gate.ENDPOINT);
    }

    @Test
    void twoWhoShareAPhoneAreRemindedOfOneCartOnce() {
        world.workspace(BY_TEXT)
                .identify("user:ada", "phone", "+491701234567")
                .identify("user:bob", "phone", "+491701234567");
        world.track("user:bob", "Product Added", "cart_id", "c1");
        abandonCart("c1");

        assertThat(world.inbox("+491701234567")).hasSize(1);
        assertThat(world.rows())
                .extracting(row -> row.dispatch().status())
                .containsExactlyInAnyOrder(DispatchStatus.SENT, DispatchStatus.WITHHELD);
    }

    @Test
    void whatDidNotLeaveForOneIsNoRepeatForAnother() {
        world.workspace(BY_TEXT)
                .identify("user:ada", "phone", "+491701234567")
                .identify("user:bob", "phone", "+491701234567");
        world.provider().will(SimulatedProvider.Behaviour.REJECTS);
        abandonCart("c1");

        world.track("user:bob", "Product Added", "cart_id", "c1").advance(HOUR);

        assertThat(world.inbox("+491701234567")).hasSize(1);
    }

    @Test
    void anOptInTopicIsSaidOnlyAfterAYes() {
        world.workspace(WorkspaceFiles.smallest().changing("topics/reminders.yaml", "opt-out", "opt-in"));
        abandonCart("c1");
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);

        world.choose("user:ada", Channel.EMAIL, "reminders", true);
        abandonCart("c2");

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void anIdentifyMayCarryTheChoice() {
        world.identify("user:ada", subscriptions(false));
        abandonCart("c1");
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.identify("user:ada", subscriptions(true));
        abandonCart("c2");
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aLateChoiceDoesNotUndoALaterOne() {
        world.choose("user:ada", Channel.EMAIL, "reminders", true);

        world.identifyLate(HOUR, "user:ada", subscriptions(false));
        abandonCart("c1");

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aTransactionalMessageNeedsNoConsent() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "messages/cart-reminder.yaml",
                        "purpose: marketing\ntopic: reminders",
                        "purpose: transactional"));
        world.choose("user:ada", Channel.EMAIL, "reminders", false);

        abandonCart("c1");

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aTopicThatDoesNotExistIsRefused() {
        Question question = world.choose("user:ada", Channel.EMAIL, "gossip", false);

        assertThat(question.reply()).contains(new Answers.Refused("there is no topic \"gossip\""));
    }

    @Test
    void aConsentBannersNoIsANo() {
        world.workspace(WITH_CATEGORY);

        world.hand(withCategory("Marketing", false));
        world.rest();
        abandonCart("c1");

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
    }

    @Test
    void aConsentBannersYesDoesNotOverruleAnUnsubscribe() {
        world.workspace(WITH_CATEGORY);
        world.choose("user:ada", Channel.EMAIL, "reminders", false);

        world.advance(HOUR).hand(withCategory("Marketing", true));
        world.rest();
        abandonCart("c1");

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void aConsentBannersYesIsConsentForATopicThatNeedsOne() {
        world.workspace(WITH_CATEGORY.changing("topics/reminders.yaml", "opt-out", "opt-in"));

        world.hand(withCategory("Marketing", true));
        world.rest();
        abandonCart("c1");

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    private static final WorkspaceFiles WITH_CATEGORY = WorkspaceFiles.smallest()
            .with("topics/reminders.yaml", "topic: reminders\ndefault: opt-out\nconsentCategory: Marketing\n");

    private Event withCategory(String category, boolean answer) {
        Event event = world.eventBefore(Duration.ZERO, "user:ada", "Product Viewed");
        var preferences = new Value.Fields(Map.of(category, Value.of(answer)));
        var consent = new Value.Fields(Map.of("categoryPreferences", preferences));
        return new Event(
                event.id(),
                event.type(),
                event.name(),
                event.occurredAt(),
                event.receivedAt(),
                event.source(),
                event.identifiers(),
                event.properties(),
                event.traits(),
                new Value.Fields(Map.of("consent", consent)));
    }

    private void abandonCart(String cart) {
        world.track("user:ada", "Product Added", "cart_id", cart).advance(HOUR);
    }

    private static Value.Fields subscriptions(boolean subscribed) {
        return Value.of(Map.of(
                "subscriptions",
                Value.of(List.of(Value.of(Map.of(
                        "channel", Value.of("email"),
                        "topic", Value.of("reminders"),
                        "subscribed", Value.of(subscribed)))))));
    }
}
