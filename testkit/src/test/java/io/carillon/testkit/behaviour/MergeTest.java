package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.testkit.SimulatedProvider;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody shops first and says later who they are. */
class MergeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());

    @Test
    void anAnonymousCartIsRemindedOfOnceItsOwnerHasAnAddress() {
        world.track("anonymous:a1", "Product Added", "cart_id", "c1", "name", "Kettle");
        world.advance(Duration.ofMinutes(40));

        world.identify("user:ada email:ada@example.com anonymous:a1", "firstName", "Ada");
        world.advance(Duration.ofMinutes(20));

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
        assertThat(world.inbox("ada@example.com").getFirst().email().html()).contains("Kettle");
        world.advance(HOUR);
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void anOrderByOneHalfEndsTheCartOfTheOther() {
        world.track("anonymous:a1", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(10));
        world.identify("user:ada email:ada@example.com").track("user:ada", "Order Completed");

        world.identify("user:ada anonymous:a1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void twoHalvesWithOneCartAreRemindedOnce() {
        world.track("anonymous:a1", "Product Added", "cart_id", "c1");
        world.identify("user:ada email:ada@example.com");
        world.advance(Duration.ofMinutes(5)).track("user:ada", "Product Added", "cart_id", "c1");

        world.identify("user:ada anonymous:a1").advance(Duration.ofHours(3));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aMessageThatIsQueuedWhileItsOwnerMergesIsSentOnce() {
        world.track("email:ada@example.com", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);

        world.identify("user:ada email:ada@example.com");
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.rows()).singleElement().satisfies(row -> {
            assertThat(row.customer()).hasToString("user:ada");
            assertThat(row.dispatch().status()).isEqualTo(DispatchStatus.SENT);
        });
    }

    @Test
    void aCallUnderWayWhileItsOwnerMergesIsSettledWithTheSurvivor() {
        world.provider().hold();
        world.track("email:ada@example.com", "Product Added", "cart_id", "c1").advance(HOUR);

        world.identify("user:ada email:ada@example.com");
        world.provider().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.SENT);
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void aFailedAttemptOfOneWhoMergedIsTriedAgainBySurvivor() {
        world.provider().will(SimulatedProvider.Behaviour.IS_BUSY);
        world.provider().hold();
        world.track("email:ada@example.com", "Product Added", "cart_id", "c1").advance(HOUR);

        world.identify("user:ada email:ada@example.com");
        world.provider().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
    }

    @Test
    void anOrderAlsoStopsWhatTheRunHadUnderWayThatGaveWayToAnother() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "journeys/abandoned-cart.yaml",
                        "- send: cart-reminder",
                        "- send: cart-reminder\n  - wait: 1d\n  - send: cart-reminder"));
        // This run has nowhere to write to and goes past the first message; of the two it is the one further on.
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(5));
        world.track("email:ada@example.com", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(55));
        world.provider().will(SimulatedProvider.Behaviour.IS_BUSY);
        world.provider().hold();
        world.advance(Duration.ofMinutes(5));
        assertThat(world.worker().calling()).isOne();
        world.identify("user:ada email:ada@example.com");
        assertThat(world.runsOf("user:ada"))
                .singleElement()
                .satisfies(run -> assertThat(run.step()).isEqualTo(2));

        world.track("user:ada", "Order Completed");
        world.provider().goOn();
        world.advance(Duration.ofDays(2));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.rows())
                .filteredOn(row -> row.dispatch().attempts() > 0)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.dispatch().status()).isEqualTo(DispatchStatus.WITHHELD);
                    assertThat(row.dispatch().attempts()).isOne();
                });
        assertThat(world.withheldFrom("user:ada")).endsWith(Gate.STILL_TRUE);
    }

    @Test
    void whoeverMergedInIsListedAsTheSurvivor() {
        world.workspace(WorkspaceFiles.smallest().with("segments/shoppers.yaml", """
                segment: shoppers
                when: {event: Product Added}
                """));
        world.track("email:ada@example.com", "Product Added", "cart_id", "c1");
        assertThat(world.membersOf("shoppers")).containsExactly(world.idOf("email:ada@example.com"));

        world.identify("user:ada email:ada@example.com");

        assertThat(world.membersOf("shoppers")).containsExactly(world.idOf("user:ada"));
    }
}
