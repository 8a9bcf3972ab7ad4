package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerId;
import io.carillon.core.message.Content;
import io.carillon.core.person.Channel;
import io.carillon.testkit.SimulatedProvider.Behaviour;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages by webhook, and facts. */
class WebhooksTest {
    private static final String CHANNEL = """
            channel: webhook
            provider: webhook
            url: https://hooks.example.com/in
            secret: ${env:HOOK_KEY}
            """;

    private final World world =
            World.startingAt("2026-03-02T09:00:00Z").identify("user:ada email:ada@example.com", "firstName", "Zo\"e");

    // The channel.

    @Test
    void aMessageByWebhookIsJsonAndGoesToTheCustomersId() {
        publish("transactional", "{\"name\": \"{{ customer.firstName }}\", \"cart\": {{ event.cart_id | json }}}");

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(1));

        assertThat(world.provider().taken()).singleElement().satisfies(taken -> {
            assertThat(taken.message().to().channel()).isEqualTo(Channel.WEBHOOK);
            assertThat(taken.message().to().value()).isEqualTo(world.idOf("user:ada"));
            assertThat(taken.message().content())
                    .isEqualTo(new Content.Plain("{\"name\": \"Zo\\\"e\", \"cart\": \"c1\"}"));
        });
    }

    @Test
    void aBodyThatIsNoJsonIsNotSent() {
        publish("transactional", "{\"name\": {{ event.name }}}");

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(1));

        assertThat(world.provider().taken()).isEmpty();
        assertThat(statuses()).containsExactly(DispatchStatus.WITHHELD);
    }

    @Test
    void anAttemptThatMayHaveArrivedIsRepeatedUnlessItIsMarketing() {
        publish("transactional", "{}");
        world.provider().will(Behaviour.TAKES_IT_SILENTLY);
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(3));
        assertThat(world.provider().taken()).hasSize(2);
        assertThat(world.provider().taken())
                .extracting(taken -> taken.message().id())
                .containsOnly(world.messageOf("user:ada").id());

        publish("marketing\ntopic: reminders", "{}");
        world.provider().will(Behaviour.TAKES_IT_SILENTLY);
        world.track("user:ada", "Product Added", "cart_id", "c2").advance(Duration.ofHours(3));

        assertThat(world.provider().taken()).hasSize(3);
        assertThat(statuses()).containsExactly(DispatchStatus.SENT, DispatchStatus.UNCERTAIN);
    }

    // Facts.

    @Test
    void whatIsToBeToldOfACustomerIsFoundAndForgotten() {
        tell();
        world.identify("user:bob email:bob@example.com").track("user:bob", "Seen");
        world.track("user:ada", "Seen").track("user:ada", "Seen");
        world.notTaken(of("user:ada").getFirst().id(), 10);
        assertThat(of("user:ada")).hasSize(2).anyMatch(WebhookCall::dead);

        for (WebhookCall call : of("user:ada")) {
            world.ask(
                    WebhookKind.of(call.webhook()),
                    Lane.URGENT,
                    replyTo -> new WebhookMessage.Forget(call, "erased", replyTo));
        }
        world.rest();

        assertThat(of("user:ada")).isEmpty();
        assertThat(of("user:bob")).isNotEmpty();
        assertThat(world.calls()).hasSameSizeAs(of("user:bob"));
        assertThat(world.host().rows(WebhookCalls.DEAD, "", 10)).isEmpty();
        assertThat(world.host().rows(WebhookCalls.OUTBOX, "", 10)).hasSameSizeAs(world.calls());
    }

    @Test
    void theIdsOfOthersAreNotMistakenForTheirs() {
        tell();
        for (int person = 0; person < 250; person++) world.track("user:p" + person, "Seen");

        for (int person = 0; person < 250; person++)
            assertThat(of("user:p" + person)).hasSize(1);
        assertThat(WebhookCalls.webhooks(world.host(), WebhookCalls.CALLS)).containsExactly("crm");
    }

    private List<WebhookCall> of(String who) {
        return WebhookCalls.of(world.host(), new CustomerId(world.idOf(who)), 1_000);
    }

    private List<DispatchStatus> statuses() {
        return world.dispatchesOf("user:ada").stream().map(Dispatch::status).toList();
    }

    private void publish(String purpose, String body) {
        world.workspace(WorkspaceFiles.smallest()
                .with("channels/hook.yaml", CHANNEL)
                .with(
                        "messages/cart-reminder.yaml",
                        "message: cart-reminder\npurpose: %s\nchannels:\n  webhook:\n    body: '%s'\n"
                                .formatted(purpose, body)));
    }

    private void tell() {
        world.workspace(WorkspaceFiles.smallest().with("webhooks/crm.yaml", """
                webhook: crm
                facts: [event.accepted]
                url: https://crm.example.com/in
                secret: ${env:HOOK_KEY}
                """));
    }
}
