package io.carillon.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Lane;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final Set<String> DEFINED = Set.of("crm");

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest().with("webhooks/crm.yaml", """
                    webhook: crm
                    facts: [event.accepted]
                    url: https://crm.example.com/in
                    secret: ${env:HOOK_KEY}
                    """))
            .track("user:ada", "Seen")
            .track("user:bob", "Seen");

    @Test
    void whatWaitsForAWebhookThatIsThereIsKept() {
        world.advance(Duration.ofDays(30));

        assertThat(sweep(DEFINED)).isZero();
        assertThat(world.calls()).hasSize(2);
    }

    @Test
    void whatWaitsForAWebhookThatIsDefinedNoMoreIsForgottenAfterAWeek() {
        assertThat(sweep(Set.of())).isZero();
        world.advance(Leftovers.KEPT.minusMillis(1));
        assertThat(sweep(Set.of())).isZero();

        world.advance(Duration.ofMillis(1)).track("user:eve", "Seen");

        assertThat(sweep(Set.of())).isEqualTo(2);
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void whatWaitsForAReceiverThatIsGoneIsForgottenAfterAWeek() {
        WebhookCall call = world.calls().getFirst();
        world.ask(WebhookKind.of("crm"), Lane.URGENT, replyTo -> new WebhookMessage.Gone(call, "410", replyTo));
        world.advance(Leftovers.KEPT);

        assertThat(sweep(DEFINED)).isEqualTo(2);
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void theDeadAreForgottenWithTheirWebhookOnly() {
        world.notTaken(world.calls().getFirst().id(), 10).advance(Leftovers.KEPT);

        assertThat(sweep(DEFINED)).isZero();
        assertThat(sweep(Set.of())).isEqualTo(2);
        assertThat(world.calls()).isEmpty();
    }

    private int sweep(Set<String> defined) {
        int forgotten = new Leftovers(world.host()).sweep(defined, world.now());
        world.rest();
        return forgotten;
    }
}
