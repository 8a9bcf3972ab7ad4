package io.carillon.testkit.behaviour;

import static io.carillon.testkit.SimulatedProvider.Behaviour.IS_BUSY;
import static io.carillon.testkit.SimulatedProvider.Behaviour.KNOWS_NO_SUCH_ENDPOINT;
import static io.carillon.testkit.SimulatedProvider.Behaviour.LOSES_IT;
import static io.carillon.testkit.SimulatedProvider.Behaviour.REJECTS;
import static io.carillon.testkit.SimulatedProvider.Behaviour.TAKES_IT_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Backoff;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import io.carillon.testkit.SimulatedProvider.Behaviour;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final WorkspaceFiles TRANSACTIONAL = WorkspaceFiles.smallest()
            .changing("messages/cart-reminder.yaml", "purpose: marketing\ntopic: reminders", "purpose: transactional");

    private static final WorkspaceFiles AT_ONCE =
            WorkspaceFiles.smallest().changing("journeys/abandoned-cart.yaml", "  - wait: 1h\n", "");

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com", "firstName", "Ada");

    @Test
    void whatTheProviderCouldNotTakeIsTriedAgain() {
        world.provider().will(IS_BUSY, IS_BUSY);

        abandonCart("c1");
        assertThat(world.messagesTo("user:ada")).isEmpty();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").attempts()).isEqualTo(3);
    }

    @Test
    void whatFailsTooOftenIsADeadLetterUntilAPersonAsksForIt() {
        world.provider().will(Collections.nCopies(Backoff.ATTEMPTS_MAX, IS_BUSY).toArray(new Behaviour[0]));
        abandonCart("c1");
        world.advance(DAY);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.DEAD);
        assertThat(world.messagesTo("user:ada")).isEmpty();

        var retry = world.retry("user:ada", world.messageOf("user:ada").id());

        assertThat(retry.reply()).contains(new Answers.Retried());
        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void aRetryByHandIsTriedAgainAsOftenAsAnyMessage() {
        world.provider().will(REJECTS, IS_BUSY, IS_BUSY);
        abandonCart("c1");

        world.retry("user:ada", world.messageOf("user:ada").id());
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").attempts()).isEqualTo(4);
    }

    @Test
    void whatWasSentIsNotRetried() {
        abandonCart("c1");

        var sent = world.retry("user:ada", world.messageOf("user:ada").id());
        var unknown = world.retry("user:ada", new DispatchId("nobody"));

        assertThat(sent.reply()).contains(new Answers.NotRetried("it is sent"));
        assertThat(unknown.reply()).contains(new Answers.NotFound());
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aRetryAsksForConsentAgain() {
        world.provider().will(REJECTS);
        abandonCart("c1");
        world.choose("user:ada", Channel.EMAIL, "reminders", false);

        world.retry("user:ada", world.messageOf("user:ada").id());

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONSENT);
    }

    @Test
    void marketingOfWhichNobodyKnowsIsNotTriedAgain() {
        world.provider().will(TAKES_IT_SILENTLY);

        abandonCart("c1");
        world.advance(DAY);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.UNCERTAIN);
    }

    @Test
    void transactionalOfWhichNobodyKnowsIsTriedAgain() {
        world.workspace(TRANSACTIONAL);
        world.provider().will(LOSES_IT);

        abandonCart("c1");
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.SENT);
    }

    @Test
    void aCallThatACrashCutOffIsUncertainWhenItIsMarketing() {
        world.provider().hold();
        abandonCart("c1");

        world.crash();
        world.provider().goOn();
        world.advance(DAY);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.UNCERTAIN);
    }

    @Test
    void aCallThatACrashCutOffIsMadeAgainWhenItIsTransactional() {
        world.workspace(TRANSACTIONAL);
        world.provider().will(LOSES_IT);
        world.provider().hold();
        abandonCart("c1");

        world.crash();
        world.provider().goOn();
        world.advance(DAY);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.SENT);
    }

    @Test
    void aMessageThatWaitsPastItsDeadlineLapses() {
        world.worker().hold();
        abandonCart("c1");

        world.advance(DAY.plusMillis(1));
        world.worker().goOn();
        world.rest();

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.LAPSED);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_QUEUED);
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void anAddressThatDoesNotExistIsNotWrittenToAgain() {
        world.provider().will(KNOWS_NO_SUCH_ENDPOINT);
        abandonCart("c1");
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.REJECTED);

        abandonCart("c2");

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.ENDPOINT);
    }

    @Test
    void aMessageWaitsForAnAddressThatIsBeingClaimed() {
        world.workspace(AT_ONCE);

        world.track("user:eve email:eve@example.com", "Product Added", "cart_id", "c1")
                .advance(Duration.ofSeconds(10));

        assertThat(world.messagesTo("user:eve")).hasSize(1);
    }

    @Test
    void anAddressOfSomebodyElseIsNotUsed() {
        world.workspace(AT_ONCE);

        world.track("user:eve email:ada@example.com", "Product Added", "cart_id", "c1")
                .advance(Duration.ofSeconds(10));

        assertThat(world.inbox("ada@example.com")).isEmpty();
        assertThat(world.withheldFrom("user:eve")).containsExactly(Gate.REACHABLE);
    }

    @Test
    void aPersonWithoutAnAddressIsNotReachable() {
        world.track("user:bob", "Product Added", "cart_id", "c1").advance(HOUR);

        assertThat(world.withheldFrom("user:bob")).containsExactly(Gate.REACHABLE);
        assertThat(world.runsOf("user:bob")).isEmpty();
    }

    @Test
    void aMessageThatCannotBeMadeIsWithheld() {
        world.workspace(WorkspaceFiles.smallest()
                .changing("messages/cart-reminder.yaml", "{{ event.name }}", "{{ event.name | divided_by: 0 }}"));

        abandonCart("c1");

        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONTENT);
    }

    @Test
    void aTemplateMaySayThatNothingIsSent() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "messages/cart-reminder.yaml",
                        "{{ event.name }}",
                        "{% abort_message('sold out') %}{{ event.name }}"));

        abandonCart("c1");

        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.CONTENT);
        assertThat(world.decisionsOf("user:ada").getLast().reasons().getLast().detail())
                .contains("sold out");
    }

    @Test
    void aMessageThatIsNotPublishedAnyMoreIsNotSent() {
        var without = WorkspaceFiles.smallest()
                .without("messages/cart-reminder.yaml")
                .without("journeys/abandoned-cart.yaml");
        world.worker().hold();
        abandonCart("c1");
        world.track("user:ada", "Product Added", "cart_id", "c2");

        world.workspace(without);
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.DEFINITION, Gate.DEFINITION);
    }

    @Test
    void aChannelThatNobodyCarriesAnyMoreIsNotUsed() {
        world.worker().hold();
        abandonCart("c1");

        world.workspace(WorkspaceFiles.smallest()
                .without("channels/mail.yaml")
                .without("messages/cart-reminder.yaml")
                .without("journeys/abandoned-cart.yaml")
                .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
                .with("messages/cart-reminder.yaml", """
                        message: cart-reminder
                        purpose: marketing
                        topic: reminders
                        channels:
                          sms: {body: "Still yours"}
                        """));
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.REACHABLE);
    }

    private void abandonCart(String cart) {
        world.track("user:ada", "Product Added", "cart_id", cart).advance(HOUR);
    }
}
