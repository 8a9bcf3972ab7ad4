package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.person.Channel;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why did I get this? Why didn't they? */
class DecisionTest {
    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com");

    @Test
    void aSentMessageIsExplainedFromItsDecisionToItsReceipt() {
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(1));

        List<Decision> decisions = world.decisionsOf("user:ada");

        assertThat(decisions)
                .extracting(Decision::status)
                .containsExactly(DispatchStatus.QUEUED, DispatchStatus.CLAIMED, DispatchStatus.SENT);
        assertThat(decisions)
                .extracting(Decision::id)
                .containsOnly(world.messageOf("user:ada").id());
        assertThat(gates(decisions.getFirst()))
                .containsExactly(Gate.DEFINITION, Gate.NOT_SAID_YET, Gate.CONSENT, Gate.REACHABLE);
        assertThat(decisions.getFirst().chosen()).contains(Channel.EMAIL);
        assertThat(decisions.getFirst().candidates()).containsExactly(Channel.EMAIL);
        assertThat(decisions.getFirst().knowledgeVersion()).isEqualTo(1);
        assertThat(decisions.getFirst().journeyVersion()).isNotEmpty();
        assertThat(decisions.get(1).reasons()).containsExactly(Reason.passed(Gate.CONTENT, "composed"));
        assertThat(gates(decisions.getLast())).containsExactly(Gate.PROVIDER);
    }

    @Test
    void aWithheldMessageIsExplainedUpToTheGateThatFailed() {
        world.choose("user:ada", Channel.EMAIL, "reminders", false);
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(1));

        assertThat(world.decisionsOf("user:ada")).singleElement().satisfies(decision -> {
            assertThat(decision.chosen()).isEmpty();
            assertThat(decision.reasons())
                    .containsExactly(
                            Reason.passed(Gate.DEFINITION, "published"),
                            Reason.passed(Gate.NOT_SAID_YET, "nothing of this intent since the run began"),
                            Reason.failed(Gate.CONSENT, "email/reminders: their choice"));
        });
    }

    @Test
    void twoDecisionsOfOneInstantHaveDifferentIds() {
        world.workspace(WorkspaceFiles.smallest()
                .with(
                        "messages/gone.yaml",
                        WorkspaceFiles.smallest()
                                .text("messages/cart-reminder.yaml")
                                .replace("message: cart-reminder", "message: gone"))
                .changing("journeys/abandoned-cart.yaml", "- send:", "- send: gone\n  - send:"));
        world.track("user:ada", "Product Added", "cart_id", "c1");

        world.workspace(WorkspaceFiles.smallest()).advance(Duration.ofHours(1));

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.DEFINITION);
        assertThat(world.decisionsOf("user:ada").stream().map(Decision::id).distinct())
                .hasSize(2);
    }

    private static List<Gate> gates(Decision decision) {
        return decision.reasons().stream().map(Reason::gate).toList();
    }
}
