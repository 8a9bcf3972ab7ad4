package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.host.HistoryRow;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is older than the workspace keeps it goes, and nothing that is wanted goes with it. */
class RetentionTest {
    private static final WorkspaceFiles BUYERS = WorkspaceFiles.smallest().with("segments/buyers.yaml", """
            segment: buyers
            when: {event: Ordered, count: {atLeast: 3}}
            """);

    @Test
    void rowsOfHistoryOlderThanTheLimitGoAndYoungerOnesStay() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(keeping("{history: 30d}"));
        world.track("user:u1", "Viewed").track("anonymous:a1", "Viewed").track("user:u1 anonymous:a1", "Ordered");
        world.advance(days(20)).track("user:u1", "Viewed");
        assertThat(world.forgetWhatIsOld()).isZero();

        world.advance(days(11));
        assertThat(world.forgetWhatIsOld()).isEqualTo(3);

        assertThat(world.historyOf("user:u1").filter(HistoryEntry.Happened.class::isInstance))
                .hasSize(1);
        assertThat(world.historyOf("user:u1").filter(HistoryEntry.Absorbed.class::isInstance))
                .as("of the journal, which has no limit")
                .hasSize(1);
        assertThat(world.forgetWhatIsOld()).isZero();
    }

    @Test
    void aLongHistoryGoesPageByPageAndNumbersGoOn() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(keeping("{history: 30d}"));
        for (int i = 0; i < 1_300; i++) world.hand(world.eventBefore(Duration.ZERO, "user:u1", "Viewed"));
        world.rest();
        world.advance(days(31)).track("user:u1", "Ordered");

        assertThat(world.forgetWhatIsOld()).isEqualTo(1_300);

        assertThat(world.host().history(world.customer("user:u1").links().self().address(), Long.MAX_VALUE, 10))
                .extracting(HistoryRow::number)
                .containsExactly(1_300L);
    }

    @Test
    void whatWasCountedStaysCountedAlsoWhenOtherDefinitionsAreCountedAnew() {
        World world = World.startingAt("2026-03-02T09:00:00Z")
                .workspace(BUYERS.with("workspace.yaml", workspace("{history: 30d}")));
        for (int i = 0; i < 3; i++) world.track("user:u1", "Ordered");
        world.track("user:u2", "Ordered");
        world.advance(days(31)).forgetWhatIsOld();
        assertThat(world.membersOf("buyers")).containsExactly(world.idOf("user:u1"));

        world.workspace(BUYERS.with("workspace.yaml", workspace("{history: 30d}"))
                        .with("segments/viewers.yaml", "segment: viewers\nwhen: {event: Viewed}\n"))
                .backfill();
        world.track("user:u2", "Ordered").track("user:u2", "Ordered");

        assertThat(world.membersOf("buyers")).containsExactlyInAnyOrder(world.idOf("user:u1"), world.idOf("user:u2"));
        assertThat(world.membersOf("viewers")).isEmpty();
    }

    @Test
    void aNewDefinitionIsCountedFromWhatIsLeft() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(keeping("{history: 30d}"));
        for (int i = 0; i < 3; i++) world.track("user:u1", "Ordered");
        world.advance(days(31)).forgetWhatIsOld();
        world.track("user:u1", "Ordered");

        world.workspace(BUYERS.with("workspace.yaml", workspace("{history: 30d}")))
                .backfill();
        assertThat(world.membersOf("buyers")).isEmpty();
        world.track("user:u1", "Ordered").track("user:u1", "Ordered");

        assertThat(world.membersOf("buyers")).containsExactly(world.idOf("user:u1"));
    }

    @Test
    void settledMessagesGoWithWhatWasRenderedAndOthersStay() {
        World world = World.startingAt("2026-03-02T09:00:00Z")
                .workspace(keeping("{messages: 40d, content: 10d, decisions: 40d}"));
        world.identify("user:u1 email:jane@example.com", "firstName", "Jane")
                .track("user:u1", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofHours(2));
        MessageRow sent = world.row(world.messageOf("user:u1").id());
        assertThat(sent.dispatch().status()).isEqualTo(DispatchStatus.SENT);
        assertThat(world.host().row(Messages.CONTENT, sent.dispatch().id().text()))
                .isPresent();

        world.advance(days(11)).forgetWhatIsOld();
        assertThat(world.host().row(Messages.CONTENT, sent.dispatch().id().text()))
                .isEmpty();
        assertThat(world.rows()).hasSize(1);

        world.advance(days(30)).forgetWhatIsOld();
        assertThat(world.rows()).isEmpty();
        assertThat(world.host().rows(Messages.BY_STATUS, "", 10)).isEmpty();
        assertThat(world.historyOf("user:u1").filter(HistoryEntry.Decided.class::isInstance))
                .isEmpty();
        assertThat(world.dispatchesOf("user:u1"))
                .as("which caps and the rule against repeats go by")
                .hasSize(1);
    }

    @Test
    void aMessageThatIsNotSettledNeverGoes() {
        World world = World.startingAt("2026-03-02T09:00:00Z").workspace(keeping("{messages: 1d, content: 1d}"));
        world.provider().hold();
        world.identify("user:u1 email:jane@example.com", "firstName", "Jane")
                .track("user:u1", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofHours(1));
        assertThat(world.messageOf("user:u1").status()).isEqualTo(DispatchStatus.CLAIMED);

        world.clock(world.now().plus(days(3)));
        assertThat(world.forgetWhatIsOld()).isZero();

        assertThat(world.rows()).hasSize(1);
        assertThat(world.host().rows(Messages.CONTENT, "", 10)).hasSize(1);
    }

    private static WorkspaceFiles keeping(String retention) {
        return WorkspaceFiles.smallest().with("workspace.yaml", workspace(retention));
    }

    private static String workspace(String retention) {
        return "workspace: shop\ntimezone: Europe/Berlin\nretention: " + retention + "\n";
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
