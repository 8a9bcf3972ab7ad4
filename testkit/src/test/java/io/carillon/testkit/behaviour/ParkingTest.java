package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.person.Channel;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A handler fails: nobody knows what its message would have changed. */
class ParkingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com", "firstName", "Ada")
            .identify("user:bob email:bob@example.com")
            .poison(message -> message.toString().contains("Order Completed"));

    @Test
    void noMarketingLeavesWhileAMessageIsParkedAndOthersAreUnaffected() {
        world.track("user:ada", "Order Completed");

        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.track("user:bob", "Product Added", "cart_id", "c1").advance(HOUR);

        assertThat(world.host().parked(10)).hasSize(1);
        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.messagesTo("user:bob")).hasSize(1);
    }

    @Test
    void aReminderIsWithheldWhenTheParkedMessageCouldHaveBeenTheOrder() {
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);
        world.track("user:ada", "Order Completed");

        world.worker().goOn();
        world.rest();

        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.PARKED);
    }

    @Test
    void theOrderThatIsReDrivenEndsTheRun() {
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(5));
        world.track("user:ada", "Order Completed").advance(Duration.ofHours(2));
        assertThat(world.runsOf("user:ada")).hasSize(1);

        world.cure().redrive(parked()).advance(HOUR);

        assertThat(world.runsOf("user:ada")).isEmpty();
        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.customer("user:ada").customer().parked()).isEmpty();
    }

    @Test
    void anEventThatIsReDrivenStandsInTheHistoryOnce() {
        world.track("user:ada", "Order Completed");

        world.cure().redrive(parked());

        assertThat(world.historyOf("user:ada")
                        .filter(entry -> entry instanceof HistoryEntry.Happened(var _, var event, var _)
                                && event.name().equals("Order Completed")))
                .hasSize(1);
    }

    @Test
    void marketingGoesOnOnceTheParkedMessageIsGivenUp() {
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.track("user:ada", "Order Completed").advance(HOUR);
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.dismiss(parked());

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void whatFailsAgainCanBeReDrivenOrGivenUpAgain() {
        world.track("user:ada", "Order Completed");
        world.redrive(parked()).redrive(parked());
        assertThat(world.customer("user:ada").customer().parked())
                .containsExactly(parked().id().text());

        world.cure().redrive(parked());

        assertThat(world.host().parked(10)).isEmpty();
        assertThat(world.customer("user:ada").customer().parked()).isEmpty();
    }

    @Test
    void whatFailsAgainCanBeGivenUp() {
        world.track("user:ada", "Order Completed");
        world.redrive(parked());

        world.dismiss(parked());

        assertThat(world.customer("user:ada").customer().parked()).isEmpty();
    }

    @Test
    void whatIsReDrivenIsOfWhoeverAbsorbedItsCustomerAlsoWhenItsIdentifierHasMovedOn() {
        world.track("anonymous:a1", "Order Completed");
        world.identify("user:ada anonymous:a1").advance(HOUR).identify("user:bob anonymous:a1");
        assertThat(world.customer("user:ada").customer().parked()).hasSize(1);

        world.cure().redrive(parked());

        assertThat(world.customer("user:ada").customer().parked()).isEmpty();
    }

    @Test
    void aMergeThatFailedKeepsTheMessagesAndTheirOutcomes() {
        world.provider().hold();
        world.track("email:eve@example.com", "Product Added", "cart_id", "c1").advance(HOUR);
        poisonMerges();
        world.identify("user:eve email:eve@example.com");

        world.provider().goOn();
        world.rest();
        assertThat(world.messageOf("user:eve").status()).isEqualTo(DispatchStatus.SENT);

        world.cure().redrive(parked()).advance(HOUR);
        assertThat(world.runsOf("user:eve")).isEmpty();
        assertThat(world.messagesTo("user:eve")).hasSize(1);
    }

    @Test
    void anOutcomeCountsAlsoWhenWhatFollowsFromItFails() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "journeys/abandoned-cart.yaml",
                        "- send: cart-reminder",
                        "- send: cart-reminder\n  - wait: 1h"));
        world.poison(message -> message instanceof PersonMessage.ToCustomer(var _, var inner)
                && inner instanceof CustomerMessage.Report);
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.SENT);

        world.cure().dismiss(parked()).advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void anOutcomeThatIsReDrivenLetsTheRunGoOn() {
        world.poison(message -> message instanceof PersonMessage.ToCustomer(var _, var inner)
                && inner instanceof CustomerMessage.Report);
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);
        assertThat(world.runsOf("user:ada")).hasSize(1);

        world.cure().redrive(parked()).rest();

        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void anUnsubscribeGoesThroughWhileAMessageIsParked() {
        world.track("user:ada", "Order Completed");

        var unsubscribe = world.choose("user:ada", Channel.EMAIL, "reminders", false);

        assertThat(unsubscribe.isAnswered()).isTrue();
    }

    @Test
    void aClaimThatAlwaysFailsComesToRest() {
        world.poison(message -> message instanceof PersonMessage.ToCustomer(var _, var inner)
                && inner instanceof CustomerMessage.ClaimDispatch);

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofHours(3));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.cure();
        for (ParkedMessage one : world.host().parked(10)) world.redrive(one);
        world.advance(HOUR);
        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    private void poisonMerges() {
        world.poison(message -> message instanceof PersonMessage.ToCustomer(var _, var inner)
                && inner instanceof CustomerMessage.Absorb);
    }

    private ParkedMessage parked() {
        List<ParkedMessage> parked = world.host().parked(10);
        assertThat(parked).hasSize(1);
        return parked.getFirst();
    }
}
