package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Lane;
import io.carillon.core.journey.RunKey;
import io.carillon.testkit.SimulatedProvider;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.simulation.Deliverable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AbandonedCartTest {
    private static final String JOURNEY = "journeys/abandoned-cart.yaml";
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z")
            .workspace(WorkspaceFiles.smallest())
            .identify("user:ada email:ada@example.com", "firstName", "Ada");

    @Test
    void theReminderLeavesExactlyAnHourAfter() {
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Kettle");

        world.advance(HOUR.minusMillis(1));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMillis(1));
        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
        assertThat(world.inbox("ada@example.com")).singleElement().satisfies(mail -> {
            assertThat(mail.email().subject()).isEqualTo("Still yours, Ada");
            assertThat(mail.email().html()).contains("Kettle is waiting");
        });
    }

    @Test
    void anOrderEndsIt() {
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(59));

        world.track("user:ada", "Order Completed").advance(Duration.ofDays(2));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.runsOf("user:ada")).isEmpty();
    }

    @Test
    void anOrderAtTheVeryInstantOfTheReminderEndsIt() {
        world.track("user:ada", "Product Added", "cart_id", "c1");

        world.clock(world.now().plus(HOUR));
        world.track("user:ada", "Order Completed").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void anOrderTakesBackAReminderThatIsQueued() {
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.QUEUED);

        world.track("user:ada", "Order Completed");
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_TRUE);
    }

    @Test
    void anOrderAfterAFailedAttemptStopsTheNextOne() {
        world.provider().will(SimulatedProvider.Behaviour.IS_BUSY);
        world.provider().hold();
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);
        assertThat(world.worker().calling()).isOne();

        world.track("user:ada", "Order Completed");
        world.provider().goOn();
        world.advance(Duration.ofDays(1));

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.messageOf("user:ada").status()).isEqualTo(DispatchStatus.WITHHELD);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_TRUE);
    }

    @Test
    void anOrderStopsTheNextAttemptAlsoWhenTheCartWasAbandonedAnewMeanwhile() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(JOURNEY, "wait: 1h", "wait: 1s")
                .changing(
                        "workspace.yaml",
                        "timezone",
                        "frequencyCaps: [{purpose: marketing, max: 1, within: 1d}]\ntimezone"));
        world.provider().will(SimulatedProvider.Behaviour.IS_BUSY);
        world.provider().hold();
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofSeconds(1));
        assertThat(world.worker().calling()).isOne();

        world.track("user:ada", "Order Completed").advance(Duration.ofSeconds(1));
        // Of this run nothing is said, as the attempt under way counts; it comes to its end.
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofSeconds(1));
        assertThat(world.runsOf("user:ada")).isEmpty();
        world.provider().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP, Gate.STILL_TRUE);
    }

    @Test
    void anOrderAfterAClaimOfAProcessThatDiedStopsTheNextOne() {
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);
        var message = world.messageOf("user:ada");
        var ada = world.customer("user:ada").links().self();
        world.ask(
                ada.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(ada, new CustomerMessage.ClaimDispatch(message.id(), replyTo)));
        world.host().deliver(new Deliverable.Arrival("outside", ada.address()));
        assertThat(world.row(message.id()).dispatch().status()).isEqualTo(DispatchStatus.CLAIMED);

        world.crash().track("user:ada", "Order Completed");
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.STILL_TRUE);
    }

    @Test
    void eachCartHasAReminderOfItsOwn() {
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Kettle");
        world.track("user:ada", "Product Added", "cart_id", "c2", "name", "Cup");

        world.advance(HOUR);

        assertThat(world.inbox("ada@example.com"))
                .extracting(mail -> mail.email().text())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("Kettle"),
                        text -> assertThat(text).contains("Cup"));
    }

    @Test
    void aFurtherTriggerAddsToTheEventsAndDoesNotRestart() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "messages/cart-reminder.yaml",
                        "{{ event.name }} is",
                        "{% for it in events %}{{ it.name }},{% endfor %} are"));
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Kettle");
        world.advance(Duration.ofMinutes(30));
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Cup");

        world.advance(Duration.ofMinutes(30));

        assertThat(world.inbox("ada@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.email().html()).contains("Kettle,Cup, are"));
    }

    @Test
    void aFurtherTriggerBeginsTheWaitAnewWhereTheJourneySaysSo() {
        world.workspace(WorkspaceFiles.smallest().changing(JOURNEY, "steps:", "restart: true\nsteps:"));
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Kettle");
        world.advance(Duration.ofMinutes(30));
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Cup");

        world.advance(Duration.ofMinutes(59));
        assertThat(world.messagesTo("user:ada")).isEmpty();

        world.advance(Duration.ofMinutes(1));
        assertThat(world.inbox("ada@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.email().html()).contains("Cup is"));
    }

    @Test
    void aLateTriggerThatMayNotStartLeavesTheActiveRunAlone() {
        world.workspace(WorkspaceFiles.smallest().changing(JOURNEY, "steps:", "restart: true\nsteps:"));
        world.track("user:ada", "Order Completed").advance(Duration.ofMinutes(10));
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(20));

        world.trackLate(Duration.ofMinutes(40), "user:ada", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofMinutes(40));

        assertThat(world.messagesTo("user:ada")).containsExactly("cart-reminder");
    }

    @Test
    void theSameCartMayBeAbandonedAgain() {
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(2);
    }

    @Test
    void reentryNeverMeansOncePerCart() {
        world.workspace(WorkspaceFiles.smallest().changing(JOURNEY, "steps:", "reentry: never\nsteps:"));
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);
        world.track("user:ada", "Product Added", "cart_id", "c2").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(2);
    }

    @Test
    void reentryAfterAPauseCountsFromTheEndOfTheRun() {
        world.workspace(WorkspaceFiles.smallest().changing(JOURNEY, "steps:", "reentry: {after: 3h}\nsteps:"));
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        world.advance(Duration.ofMinutes(179)).track("user:ada", "Product Added", "cart_id", "c1");
        world.advance(HOUR);
        assertThat(world.messagesTo("user:ada")).hasSize(1);

        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);
        assertThat(world.messagesTo("user:ada")).hasSize(2);
    }

    @Test
    void anExitWithAKeyEndsOnlyTheRunOfThatKey() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(JOURNEY, "event: Order Completed", "event: Order Completed, key: cart_id"));
        world.track("user:ada", "Product Added", "cart_id", "c1", "name", "Kettle");
        world.track("user:ada", "Product Added", "cart_id", "c2", "name", "Cup");

        world.track("user:ada", "Order Completed", "cart_id", "c1").advance(HOUR);

        assertThat(world.inbox("ada@example.com"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.email().html()).contains("Cup"));
    }

    @Test
    void aLateTriggerFromBeforeAnExitStartsNothing() {
        world.track("user:ada", "Order Completed");

        world.trackLate(Duration.ofMinutes(1), "user:ada", "Product Added", "cart_id", "c1");
        world.advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void anEventOlderThanTheTriggerAgeStartsNothing() {
        world.trackLate(HOUR.plusMillis(1), "user:ada", "Product Added", "cart_id", "old");
        assertThat(world.runsOf("user:ada")).isEmpty();

        world.trackLate(HOUR, "user:ada", "Product Added", "cart_id", "c1");
        assertThat(world.runsOf("user:ada")).hasSize(1);
    }

    @Test
    void anOldOrderStillEndsTheRunThatBeganBeforeIt() {
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.workspace(
                WorkspaceFiles.smallest().changing("workspace.yaml", "timezone", "triggerMaxAge: 1m\ntimezone"));
        world.advance(Duration.ofMinutes(50));

        world.trackLate(Duration.ofMinutes(45), "user:ada", "Order Completed").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).isEmpty();
    }

    @Test
    void anOrderFromBeforeTheTriggerDoesNotEndIt() {
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(Duration.ofMinutes(10));

        world.trackLate(Duration.ofMinutes(11), "user:ada", "Order Completed").advance(HOUR);

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }

    @Test
    void aMissingKeyIsTheEmptyKey() {
        world.track("user:ada", "Product Added", "name", "Kettle");
        world.track("user:ada", "Product Added", "name", "Cup");

        assertThat(world.runsOf("user:ada")).singleElement().satisfies(run -> {
            assertThat(run.key()).extracting(RunKey::key).isEqualTo("");
            assertThat(run.events()).hasSize(2);
        });
    }

    @Test
    void aRunKeepsToTheVersionThatItEntered() {
        world.track("user:ada", "Product Added", "cart_id", "c1");

        world.workspace(WorkspaceFiles.smallest().changing(JOURNEY, "1h", "3h"));
        world.track("user:ada", "Product Added", "cart_id", "c2").advance(HOUR);
        assertThat(world.messagesTo("user:ada")).hasSize(1);

        world.advance(Duration.ofHours(2));
        assertThat(world.messagesTo("user:ada")).hasSize(2);
    }

    @Test
    void aRunOfAJourneyThatIsNotPublishedAnyMoreGoesOn() {
        world.track("user:ada", "Product Added", "cart_id", "c1");

        world.workspace(WorkspaceFiles.smallest().without(JOURNEY));
        world.track("user:ada", "Product Added", "cart_id", "c2").advance(Duration.ofHours(2));

        assertThat(world.messagesTo("user:ada")).hasSize(1);
    }
}
