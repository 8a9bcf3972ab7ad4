package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.InWords;
import io.carillon.core.decision.Reason;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A store that goes on from a backup does not know what was sent since. */
class RestoredTest {
    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com")
            .track("user:ada", "Product Added", "cart_id", "c1")
            .advance(Duration.ofMinutes(10));

    @Test
    void marketingOfARunFromBeforeIsNotRisked() {
        world.restored(WorkspaceFiles.smallest()).advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.UNCERTAIN);
        assertThat(world.decisionsOf("user:ada").getLast().reasons())
                .containsExactly(Reason.failed(
                        Gate.RESTORED, "restored from a backup at 2026-03-02T09:10:00Z: it may have been sent before"));
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void itIsExplainedToThePerson() {
        world.restored(WorkspaceFiles.smallest()).advance(Duration.ofDays(1));

        assertThat(InWords.of(world.decisionsOf("user:ada"), ZoneId.of("UTC")))
                .isEqualTo("\"cart-reminder\" may have reached you by e-mail already, before our records were restored"
                        + " from a copy on 2 March 2026 at 10:00. We did not send it again, so that you do not get it"
                        + " twice.");
    }

    @Test
    void itIsSentWhenAPersonAsksForIt() {
        world.restored(WorkspaceFiles.smallest()).advance(Duration.ofDays(1));

        world.retry("user:ada", world.messageOf("user:ada").id());
        world.rest();

        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.SENT);
    }

    @Test
    void whatIsTransactionalIsSentAtLeastOnce() {
        var files = WorkspaceFiles.smallest()
                .changing("messages/cart-reminder.yaml", "purpose: marketing", "purpose: transactional");

        world.restored(files).advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
    }

    @Test
    void runsThatBeginAfterwardsAreAsEver() {
        world.restored(WorkspaceFiles.smallest())
                .advance(Duration.ofMinutes(1))
                .track("user:ada", "Product Added", "cart_id", "c2")
                .advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
        assertThat(world.decisionsOf("user:ada").stream().map(Decision::status))
                .contains(DispatchStatus.SENT, DispatchStatus.UNCERTAIN);
    }
}
