package io.carillon.testkit.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.endpoint.EndpointState;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.entity.quality.QualityState;
import io.carillon.core.event.Event;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Subscription;
import io.carillon.core.person.TopicId;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.simulation.Deliverable;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Input;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Customers with one phone, each with a reminder in the outbox: every interleaving of their workers with an unsubscribe, from
 * whichever side, a merge of one into another, an order and a crash. What the provider does is noted in an entity, so that it is part of the
 * situation: a call begins, reaches the provider, and its caller may have died meanwhile.
 */
class DeliveryInterleavingsTest {
    private static final int STATES_MAX = 300_000;
    private static final Endpoint PHONE = new Endpoint(Channel.SMS, "+491701234567");
    private static final TopicId REMINDERS = new TopicId("reminders");
    private static final Address NOTES = QualityKind.of("provider");
    private static final WorkspaceFiles BY_TEXT = WorkspaceFiles.smallest()
            .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
            .with("messages/cart-reminder.yaml", """
                    message: cart-reminder
                    purpose: marketing
                    topic: reminders
                    channels:
                      sms: {body: "Still yours"}
                    """);

    private final World world = World.startingAt(
                    "2026-03-02T09:00:00Z", Settings.calm(1).withWakeUpsLast(false))
            .workspace(BY_TEXT)
            .identify("user:ada", "phone", PHONE.value())
            .identify("user:bob", "phone", PHONE.value());

    @BeforeEach
    void bothHaveAReminderInTheOutbox() {
        world.worker().hold();
        world.track("user:ada", "Product Added", "cart_id", "c1");
        world.track("user:bob", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofHours(1));
    }

    @Test
    void noUnsubscribeAtTheEndpointIsOvertaken() {
        explore(List.of(work("ada"), work("bob"), unsubscribing(byLink("ada"))));
    }

    @Test
    void noUnsubscribeByOneOfTheCustomersIsOvertaken() {
        explore(List.of(work("ada"), work("bob"), unsubscribing(byApi("bob"))));
    }

    @Test
    void noUnsubscribeIsOvertakenWhenTheProcessDies() {
        explore(List.of(work("ada"), settling("ada"), unsubscribing(byLink("bob")), List.of(Input.crash())));
    }

    @Test
    void noUnsubscribeByApiIsOvertakenWhenTheProcessDies() {
        explore(List.of(work("ada"), settling("ada"), unsubscribing(byApi("ada")), List.of(Input.crash())));
    }

    @Test
    void twoCustomersAndACrashTellTheSharedInboxAtMostOnce() {
        explore(List.of(work("ada"), work("bob"), settling("ada"), settling("bob"), List.of(Input.crash())));
    }

    @Test
    void aMergeInTheMiddleOfASendSendsOnce() {
        cleoHasAReminderToo();
        explore(List.of(work("email:cleo"), merging()));
    }

    @Test
    void aMergeOfTwoWhoAreBothBeingToldTellsOnce() {
        cleoHasAReminderToo();
        explore(List.of(claimed(work("email:cleo")), claimed(work("ada")), merging()));
    }

    @Test
    void aMergeInTheMiddleOfASendAndACrashSendOnce() {
        cleoHasAReminderToo();
        explore(List.of(work("email:cleo"), settling("email:cleo"), merging(), List.of(Input.crash())));
    }

    @Test
    void noUnsubscribeIsOvertakenByAMerge() {
        cleoHasAReminderToo();
        explore(List.of(work("email:cleo"), merging(), unsubscribing(byLink("ada"))));
        explore(List.of(work("email:cleo"), merging(), unsubscribing(byApi("ada"))));
        explore(List.of(work("email:cleo"), merging(), unsubscribing(byApi("email:cleo"))));
    }

    @Test
    void noClaimAfterAnOrderThatTheOtherHalfMade() {
        cleoHasAReminderToo();
        explore(List.of(work("email:cleo"), merging(), List.of(event("user:ada", "Order Completed"))));
    }

    @Test
    void aWakeUpADayLaterFindsNothingLeftToDo() {
        cleoHasAReminderToo();
        explore(List.of(
                work("email:cleo"), merging(), List.of(Input.clock(world.now().plus(Duration.ofHours(25))))));
    }

    /** Weaker than the others, with the same phone. */
    private void cleoHasAReminderToo() {
        world.identify("email:cleo", "phone", PHONE.value());
        world.track("email:cleo", "Product Added", "cart_id", "c1");
        world.advance(Duration.ofHours(1));
    }

    private List<Input<Knowledge>> merging() {
        return List.of(event("user:ada email:cleo", "Signed In"));
    }

    private Input<Knowledge> event(String who, String name) {
        Event event = world.eventBefore(Duration.ZERO, who, name);
        return Input.message(
                who + ": " + name, event.strongest().address(), _ -> new PersonMessage.Received(event, ReplyTo.NOBODY));
    }

    /** Until the call only: what comes of it is another test's. */
    private static List<Input<Knowledge>> claimed(List<Input<Knowledge>> work) {
        return work.subList(0, 3);
    }

    private void explore(List<List<Input<Knowledge>>> inputs) {
        var explored = new Explorer<Knowledge>(STATES_MAX, DeliveryInterleavingsTest::holds, host -> {
                    holds(host);
                    endpoint(host).ifPresent(state -> assertThat(state.owed()).isEmpty());
                })
                .explore(world.host(), inputs);

        if (Boolean.getBoolean("carillon.long")) {
            System.out.printf("delivery: %d states, %d ends%n", explored.states(), explored.ends());
        }
        assertThat(explored.states()).isGreaterThan(50);
    }

    private static void holds(SimulatedHost<Knowledge> host) {
        QualityState notes = notes(host);
        long arrived = 0;
        for (String who : List.of("ada", "bob", "email:cleo")) arrived += count(notes, "arrived " + who);
        assertThat(arrived).isLessThanOrEqualTo(1); // one intent, one inbox
        assertThat(count(notes, "took after the answer")).isZero();
        assertThat(host.parked(1)).isEmpty();
    }

    private MessageRow row(String who) {
        return world.rows().stream()
                .filter(one -> one.customer().toString().equals(address(who)))
                .findFirst()
                .orElseThrow();
    }

    private List<Input<Knowledge>> work(String who) {
        MessageRow row = row(who);
        Address customer = row.customer().address();
        return List.of(
                Input.message("claim " + who, customer, replyTo -> claim(row, replyTo)),
                new Input<>("call " + who, host -> granted(host, row).isPresent(), host -> note(host, "called " + who)),
                Input.of("arrives " + who, host -> {
                    note(host, "arrived " + who);
                    if (count(notes(host), "answered") > 0) note(host, "took after the answer");
                }),
                new Input<>(
                        "hears " + who,
                        host -> granted(host, row).isPresent(),
                        host -> submit(host, PHONE.address(), replyTo -> accepted(row, replyTo))));
    }

    /** After a crash, when what was on the wire has arrived. */
    private List<Input<Knowledge>> settling(String who) {
        MessageRow row = row(who);
        return List.of(new Input<>(
                "settle " + who,
                host -> host.run() > 1
                        && status(host, row) == DispatchStatus.CLAIMED
                        && count(notes(host), "called " + who) == count(notes(host), "arrived " + who),
                host -> submit(host, PHONE.address(), replyTo -> settle(row, replyTo))));
    }

    /** A caller who remembers the answer, and asks again when there is none as the process died. */
    private List<Input<Knowledge>> unsubscribing(Input<Knowledge> unsubscribe) {
        return List.of(
                unsubscribe,
                new Input<>(
                        "hears of it",
                        host -> host.answers().stream().anyMatch(answer -> answer.reply() instanceof Answers.Withdrawn),
                        host -> note(host, "answered")));
    }

    private Input<Knowledge> byLink(String who) {
        var link = new Addresses.Unsubscribe(customer(who), PHONE, REMINDERS);
        return Input.message(
                "link",
                PHONE.address(),
                replyTo -> new EndpointMessage.Withdraw(
                        REMINDERS, world.now(), Optional.of(link.customer()), List.of(), List.of(), replyTo));
    }

    private Input<Knowledge> byApi(String who) {
        CustomerRef customer = customer(who);
        return Input.message(
                "api",
                customer.address(),
                replyTo -> new PersonMessage.ToCustomer(
                        customer,
                        new CustomerMessage.Choose(new Subscription(Channel.SMS, REMINDERS), false, replyTo)));
    }

    private CustomerRef customer(String who) {
        return world.customer(address(who)).links().self();
    }

    private static String address(String who) {
        return who.contains(":") ? who : "user:" + who;
    }

    private static PersonMessage claim(MessageRow row, ReplyTo replyTo) {
        return new PersonMessage.ToCustomer(
                row.customer(), new CustomerMessage.ClaimDispatch(row.dispatch().id(), replyTo));
    }

    private static EndpointMessage accepted(MessageRow row, ReplyTo replyTo) {
        return new EndpointMessage.Outcome(
                row.dispatch().id(), 1, row.customer(), new SendOutcome.Accepted("x"), replyTo);
    }

    private static EndpointMessage settle(MessageRow row, ReplyTo replyTo) {
        return new EndpointMessage.Settle(row.dispatch().id(), 1, row.customer(), replyTo);
    }

    /** In this run of the process: a crash forgets it. */
    private static Optional<Answers.Granted> granted(SimulatedHost<Knowledge> host, MessageRow row) {
        return host.answers().stream()
                .flatMap(answer -> answer.reply() instanceof Answers.Granted granted
                        ? Optional.of(granted).stream()
                        : Optional.<Answers.Granted>empty().stream())
                .filter(granted -> granted.dispatch().equals(row.dispatch().id()))
                .findFirst();
    }

    private static void submit(SimulatedHost<Knowledge> host, Address to, Function<ReplyTo, Message> message) {
        assertThat(host.submit(to, Lane.URGENT, message, _ -> {})).isTrue();
    }

    /** Happens at once. */
    private static void note(SimulatedHost<Knowledge> host, String what) {
        submit(host, NOTES, replyTo -> new QualityMessage.Note(what, "", 1, replyTo));
        host.deliver(new Deliverable.Arrival("outside", NOTES));
    }

    private static QualityState notes(SimulatedHost<Knowledge> host) {
        return host.state(NOTES)
                .map(new QualityKind().states()::decode)
                .orElseGet(() -> new QualityKind().unborn(NOTES));
    }

    private static long count(QualityState notes, String what) {
        return Optional.ofNullable(notes.findings().get(what))
                .map(QualityState.Finding::count)
                .orElse(0L);
    }

    private static Optional<EndpointState> endpoint(SimulatedHost<Knowledge> host) {
        return host.state(PHONE.address()).map(new EndpointKind().states()::decode);
    }

    private static DispatchStatus status(SimulatedHost<Knowledge> host, MessageRow row) {
        return host.row(Messages.MESSAGES, row.dispatch().id().text())
                .map(MessageRow.Stored.ROWS::decode)
                .orElseThrow()
                .dispatch()
                .status();
    }
}
