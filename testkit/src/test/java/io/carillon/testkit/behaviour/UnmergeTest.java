package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.Gate;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Lane;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.testkit.Events;
import io.carillon.testkit.Question;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two who were taken for one are told apart. */
class UnmergeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = World.startingAt("2026-03-02T09:00:00Z").workspace(WorkspaceFiles.smallest());

    @Test
    void aRunGoesOnWithWhoeverItsTriggerWasOf() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.track("email:bob@example.com", "Product Added", "cart_id", "c1");
        world.track("user:ada", "Product Added", "cart_id", "c2").advance(Duration.ofMinutes(10));

        unmerge("email:bob@example.com");

        assertThat(world.runsOf("email:bob@example.com"))
                .extracting(run -> run.key().key())
                .containsExactly("c1");
        assertThat(world.runsOf("user:ada")).extracting(run -> run.key().key()).containsExactly("c2");
        world.advance(HOUR);
        assertThat(world.inbox("bob@example.com")).hasSize(1);
        assertThat(world.inbox("ada@example.com")).hasSize(1);
    }

    @Test
    void whatWasSentToTheTwoAsOneCountsForBoth() {
        world.workspace(WorkspaceFiles.smallest()
                .changing(
                        "workspace.yaml",
                        "timezone",
                        "frequencyCaps: [{purpose: marketing, max: 1, within: 7d}]\ntimezone"));
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.track("user:ada", "Product Added", "cart_id", "c1").advance(HOUR);

        unmerge("email:bob@example.com");
        world.track("email:bob@example.com", "Product Added", "cart_id", "c2").advance(HOUR);
        world.track("user:ada", "Product Added", "cart_id", "c3").advance(HOUR);

        assertThat(world.provider().taken()).hasSize(1);
        assertThat(world.withheldFrom("email:bob@example.com")).containsExactly(Gate.FREQUENCY_CAP);
        assertThat(world.withheldFrom("user:ada")).containsExactly(Gate.FREQUENCY_CAP);
    }

    @Test
    void aMessageThatWaitsGoesToWhoeverItIsOf() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.track("email:bob@example.com", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);

        unmerge("email:bob@example.com");
        world.worker().goOn();
        world.advance(HOUR);

        assertThat(world.inbox("bob@example.com")).hasSize(1);
        assertThat(world.inbox("ada@example.com")).isEmpty();
        assertThat(world.messagesTo("email:bob@example.com")).hasSize(1);
    }

    @Test
    void aCallUnderWayIsFinishedByWhoeverHasItAndIsNotRepeated() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.track("email:bob@example.com", "Product Added", "cart_id", "c1");
        world.provider().hold();
        world.advance(HOUR);

        unmerge("email:bob@example.com");
        world.provider().goOn();
        world.advance(Duration.ofDays(1));

        assertThat(world.provider().taken()).hasSize(1);
        assertThat(world.runsOf("email:bob@example.com")).isEmpty();
        assertThat(world.customer("user:ada").customer().isParting()).isFalse();
    }

    @Test
    void nothingIsLostWhenTheProcessDiesInTheMiddleOfALongHistory() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada").identify("user:ada device:d1");
        for (int i = 0; i < 700; i++) {
            world.track("email:bob@example.com", "Product Viewed", "n", Integer.toString(i));
            world.track("user:ada", "Product Viewed", "n", Integer.toString(i));
        }
        var chance = new Chance(7);

        Question question = ask("email:bob@example.com");
        for (int i = 0; i < 40; i++) {
            world.host().step(chance);
            if (i % 3 == 0) world.host().crash(false);
        }
        world.rest();

        assertThat(viewsOf("email:bob@example.com")).isEqualTo(700);
        assertThat(viewsOf("user:ada")).isEqualTo(700);
        assertThat(world.customer("email:bob@example.com").customer().isParting())
                .isFalse();
        assertThat(world.customer("user:ada").customer().isParting()).isFalse();
        assertThat(question.reply().filter(Answers.NotUnmerged.class::isInstance))
                .isEmpty();
    }

    @Test
    void whileTheTwoAreSortedOutNoMarketingIsDecidedOn() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.worker().hold();
        world.advance(HOUR);
        for (int i = 0; i < 600; i++) world.track("user:ada", "Product Viewed", "n", Integer.toString(i));

        var id = world.messageOf("user:ada").id();
        var ada = world.customer("user:ada").links().self();
        ask("email:bob@example.com");
        Question claim = world.ask(
                ada.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(ada, new CustomerMessage.ClaimDispatch(id, replyTo)));
        world.rest();
        assertThat(claim.reply()).contains(new Answers.NotGranted());
        world.worker().goOn();
        world.advance(Duration.ofSeconds(2));

        assertThat(world.decisionsOf("user:ada"))
                .filteredOn(decision -> decision.id().equals(id))
                .flatExtracting(decision -> decision.reasons())
                .extracting(reason -> reason.gate())
                .contains(Gate.PARTING);
        assertThat(world.inbox("ada@example.com")).hasSize(1);
    }

    @Test
    void whoeverCameByOneWhoGoesGoesToo() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada").identify("user:ada device:d1");
        world.identify("anonymous:a7", "city", "Wien").identify("email:bob@example.com anonymous:a7");
        assertThat(world.idOf("anonymous:a7")).isEqualTo(world.idOf("user:ada"));

        unmerge("email:bob@example.com");

        assertThat(world.idOf("anonymous:a7")).isEqualTo(world.idOf("email:bob@example.com"));
        assertThat(world.customer("user:ada").customer().profile().value("city"))
                .isEmpty();
        assertThat(world.customer("email:bob@example.com").customer().profile().value("city"))
                .isPresent();
    }

    @Test
    void whoeverCameWithAnotherIsPartedAfterThatOne() {
        world.identify("anonymous:a1").identify("device:d1 anonymous:a1");
        world.identify("user:ada").identify("user:ada device:d1");

        assertThat(ask("anonymous:a1", "user:ada").reply()).isEmpty();
        world.rest();
        Question question = ask("anonymous:a1", "user:ada");
        world.rest();

        assertThat(question.reply())
                .hasValueSatisfying(reply ->
                        assertThat(((Answers.NotUnmerged) reply).why()).isEqualTo(Answers.Why.CAME_WITH_ANOTHER));
        unmerge("device:d1");
        assertThat(world.idOf("anonymous:a1")).isEqualTo(world.idOf("device:d1"));
        Question now = ask("anonymous:a1", "device:d1");
        world.rest();
        assertThat(now.reply()).hasValueSatisfying(reply -> assertThat(reply).isInstanceOf(Answers.Unmerged.class));
    }

    @Test
    void aMergeThatIsOlderThanTheHistoryIsKeptIsNotUndone() {
        world.workspace(WorkspaceFiles.smallest()
                .changing("workspace.yaml", "timezone", "retention: {history: 30d}\ntimezone"));
        world.identify("anonymous:a1").identify("user:ada anonymous:a1").advance(Duration.ofDays(31));

        Question question = ask("anonymous:a1");
        world.rest();

        assertThat(question.reply())
                .hasValueSatisfying(
                        reply -> assertThat(((Answers.NotUnmerged) reply).why()).isEqualTo(Answers.Why.TOO_OLD));
        assertThat(world.idOf("anonymous:a1")).isEqualTo(world.idOf("user:ada"));
        assertThat(world.customer("user:ada").customer().isParting()).isFalse();
    }

    @Test
    void anEventDoesNotMakeThemOneAgainButMayMakeThemOneWithSomebodyElse() {
        world.identify("anonymous:a1", "city", "Wien").identify("user:bob", "plan", "pro");
        world.identify("user:ada", "city", "Berlin").identify("user:ada anonymous:a1");
        unmerge("anonymous:a1");
        assertThat(city("user:ada")).contains("Berlin");

        world.identify("user:ada anonymous:a1");
        assertThat(world.idOf("anonymous:a1")).as("an event alone").isNotEqualTo(world.idOf("user:ada"));
        world.identify("user:bob anonymous:a1");
        assertThat(world.idOf("anonymous:a1")).as("somebody else").isEqualTo(world.idOf("user:bob"));
        unmerge("anonymous:a1");

        assertThat(city("anonymous:a1")).contains("Wien");
        assertThat(city("user:bob")).isEmpty();
    }

    @Test
    void whileAMessageOfTheirsWaitsNobodyIsParted() {
        world.identify("email:bob@example.com device:d1");
        world.identify("user:ada email:ada@example.com").identify("user:ada device:d1");
        world.poison(message -> message.toString().contains("Product Added"));
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.cure();

        Question question = ask("email:bob@example.com");
        world.rest();

        assertThat(question.reply())
                .hasValueSatisfying(
                        reply -> assertThat(((Answers.NotUnmerged) reply).why()).isEqualTo(Answers.Why.PARKED));
    }

    private Optional<String> city(String who) {
        return world.customer(who).customer().profile().value("city").map(value -> ((Value.Text) value).text());
    }

    private long viewsOf(String who) {
        return world.historyOf(who)
                .filter(entry -> entry instanceof HistoryEntry.Happened(var _, var event, var _)
                        && event.name().equals("Product Viewed"))
                .count();
    }

    private void unmerge(String who) {
        Question question = ask(who);
        world.rest();
        assertThat(question.reply())
                .hasValueSatisfying(reply -> assertThat(reply).isInstanceOf(Answers.Unmerged.class));
    }

    /** Of the customer who was born there, from whoever has absorbed them. */
    private Question ask(String who) {
        var leaver = new CustomerRef(Events.identifiers(who).getFirst(), 0);
        return ask(leaver, world.survivorOf(leaver));
    }

    private Question ask(String who, String stays) {
        return ask(
                new CustomerRef(Events.identifiers(who).getFirst(), 0),
                new CustomerRef(Events.identifiers(stays).getFirst(), 0));
    }

    private Question ask(CustomerRef leaver, CustomerRef stays) {
        return world.ask(
                stays.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(stays, new CustomerMessage.Unmerge(leaver, replyTo)));
    }
}
