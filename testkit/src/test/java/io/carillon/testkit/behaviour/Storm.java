package io.carillon.testkit.behaviour;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.Addresses;
import io.carillon.core.entity.EndpointKind;
import io.carillon.core.entity.EndpointState;
import io.carillon.core.entity.HistoryCodec;
import io.carillon.core.entity.HistoryEntry;
import io.carillon.core.entity.MessageRow;
import io.carillon.core.entity.Messages;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.ParkedMessage;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.TopicId;
import io.carillon.testkit.Question;
import io.carillon.testkit.SimulatedProvider.Taken;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.World;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.simulation.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A history in a storm, and what must not have happened in it. Two users share a phone; others merge into them. */
final class Storm {
    private static final String PHONE = "+491701234567";
    private static final int ROWS_MAX = 100_000;
    private static final WorkspaceFiles WORKSPACE = WorkspaceFiles.smallest()
            .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
            .with("messages/text-reminder.yaml", """
                    message: text-reminder
                    purpose: marketing
                    topic: reminders
                    channels:
                      sms: {body: "Still yours"}
                    """)
            .with("messages/receipt.yaml", """
                    message: receipt
                    purpose: transactional
                    channels:
                      sms: {body: "Thank you"}
                      email: {subject: "Thank you", html: "Thank you"}
                    """)
            .with("journeys/abandoned-cart.yaml", """
                    journey: abandoned-cart
                    trigger: {event: Product Added, key: cart_id}
                    exit: [{event: Order Completed}]
                    steps:
                      - wait: 10m
                      - send: text-reminder
                      - send: cart-reminder
                    """)
            .with("journeys/order.yaml", """
                    journey: order
                    trigger: {event: Order Completed, key: cart_id}
                    steps:
                      - send: receipt
                    """);

    private final World world;
    private final Chance chance;
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> againstAPromise = new ArrayList<>();
    private List<String> whileParked = List.of();

    /**
     * An unsubscribe.
     *
     * @param run of the process in which its caller waits
     */
    private record Asked(Question question, long run, Endpoint endpoint, List<Integer> takenBefore) {}

    private Storm(long seed) {
        chance = new Chance(seed);
        world = World.startingAt("2026-03-02T09:00:00Z", Settings.stormy(seed)).workspace(WORKSPACE);
    }

    static Storm of(List<StormAct> acts, long seed) {
        var storm = new Storm(seed);
        storm.begin();
        for (StormAct act : acts) storm.happens(act);
        storm.end();
        return storm;
    }

    private void begin() {
        world.identify("user:u1 email:e1", "phone", PHONE);
        world.identify("user:u2", "phone", PHONE);
        world.provider().becomeMoody(new Chance(chance.seed()));
        world.poison(message -> message.toString().contains("name=Poison"));
    }

    private void happens(StormAct act) {
        switch (act) {
            case StormAct.Does(var who, var event, var cart, var age) ->
                world.hand(world.eventBefore(age, who, event, "cart_id", cart));
            case StormAct.Unsubscribes(var user, var byText) -> {
                untilACall();
                ask(world.handChoice(customer(user), channel(byText), "reminders", false), endpoint(user, byText));
            }
            case StormAct.FollowsLink(var user, var byText) -> {
                untilACall();
                Endpoint endpoint = endpoint(user, byText);
                ask(
                        world.handLink(new Addresses.Unsubscribe(customer(user), endpoint, new TopicId("reminders"))),
                        endpoint);
            }
            case StormAct.Waits(var pause) -> passes(pause);
            case StormAct.Crashes(var losesInbox) -> world.host().crash(losesInbox);
        }
        someSteps();
    }

    private static CustomerRef customer(String user) {
        return new CustomerRef(Identifier.at(new Address(user)).orElseThrow(), 0);
    }

    private static Channel channel(boolean byText) {
        return byText ? Channel.SMS : Channel.EMAIL;
    }

    private static Endpoint endpoint(String user, boolean byText) {
        if (byText) return new Endpoint(Channel.SMS, PHONE);
        // Of the second user's e-mail nothing is promised by API: they may not have it yet.
        return new Endpoint(Channel.EMAIL, user.equals("user:u1") ? "e1" : "none");
    }

    private void ask(Question question, Endpoint endpoint) {
        asked.add(new Asked(question, world.host().run(), endpoint, new ArrayList<>()));
    }

    private void passes(Duration pause) {
        Instant end = world.now().plus(pause);
        for (Optional<Instant> next = world.nextAt();
                next.isPresent() && !next.get().isAfter(end);
                next = world.nextAt()) {
            world.clock(next.get());
            someSteps();
        }
        world.clock(end);
    }

    /** Mostly an unsubscribe comes when it matters: a message is on the wire. */
    private void untilACall() {
        if (chance.chance(0.3)) return;
        Instant end = world.now().plus(Duration.ofMinutes(20));
        while (world.worker().calling() == 0) {
            if (world.step(chance)) continue;
            Optional<Instant> next = world.nextAt();
            if (next.isEmpty() || next.get().isAfter(end)) return;
            world.clock(next.get());
        }
    }

    private void someSteps() {
        int steps = chance.between(0, 30);
        for (int i = 0; i < steps && world.step(chance); i++) notePromises();
        notePromises();
    }

    /** From the answer on nothing more may be taken there; all that was had been taken by then. */
    private void notePromises() {
        for (Asked one : asked) {
            if (one.question.isAnswered() && one.takenBefore.isEmpty())
                one.takenBefore.add(world.provider().taken().size());
        }
    }

    private void end() {
        calmDown();
        whileParked = parkedViolations();
        world.cure();
        for (ParkedMessage parked : world.host().parked(ROWS_MAX)) world.redrive(parked);
        calmDown();
        for (Asked one : asked) {
            if (one.takenBefore.isEmpty()) continue;
            List<Taken> taken = world.provider().taken();
            for (Taken late : taken.subList(one.takenBefore.getFirst(), taken.size())) {
                boolean isPromised = late.message().to().equals(one.endpoint)
                        && late.message().purpose() == Purpose.MARKETING;
                if (isPromised) againstAPromise.add(late + " after " + one);
            }
        }
    }

    private void calmDown() {
        passes(Duration.ofMinutes(30));
        while (world.step(chance)) notePromises();
        notePromises();
        world.advance(Duration.ofDays(4));
        notePromises();
    }

    // What must not be.

    List<String> takenAgainstAPromise() {
        return againstAPromise;
    }

    /** Of unsubscribes whose callers have not died. */
    List<Question> unanswered() {
        return asked.stream()
                .filter(one -> one.run == world.host().run() && !one.question.isAnswered())
                .map(Asked::question)
                .toList();
    }

    List<DispatchId> marketingTaken() {
        return taken(Purpose.MARKETING).map(taken -> taken.message().id()).toList();
    }

    List<String> intentsTaken() {
        return taken(Purpose.MARKETING)
                .map(taken -> world.row(taken.message().id()))
                .map(row -> world.survivorOf(row.customer()) + " "
                        + row.dispatch().intent() + " " + row.dispatch().runStarted())
                .toList();
    }

    private Stream<Taken> taken(Purpose purpose) {
        return world.provider().taken().stream().filter(taken -> taken.message().purpose() == purpose);
    }

    List<MessageRow> transactionalLost() {
        List<DispatchId> taken =
                taken(Purpose.TRANSACTIONAL).map(one -> one.message().id()).toList();
        return world.rows().stream()
                .filter(row -> row.dispatch().purpose() == Purpose.TRANSACTIONAL)
                .filter(row -> switch (row.dispatch().status()) {
                    case SENT, UNCERTAIN -> !taken.contains(row.dispatch().id());
                    // The provider refused it, nobody could be reached, or it failed for a day.
                    case REJECTED, WITHHELD, DEAD, LAPSED -> false;
                    case QUEUED, CLAIMED -> true;
                })
                .toList();
    }

    List<String> claimedAfterExit() {
        var violations = new ArrayList<String>();
        for (Address address : persons()) {
            var orders = new ArrayList<Instant>();
            for (HistoryEntry entry : history(address)) {
                if (entry instanceof HistoryEntry.Happened(var _, var event, var _)
                        && event.name().equals("Order Completed")) orders.add(event.occurredAt());
                if (!isClaim(entry)) continue;
                var dispatch = world.row(
                                ((HistoryEntry.Decided) entry).decision().id())
                        .dispatch();
                boolean isCart = dispatch.intent().run().journey().text().equals("abandoned-cart");
                if (isCart && orders.stream().anyMatch(order -> !order.isBefore(dispatch.runStarted())))
                    violations.add(address + ": " + dispatch);
            }
        }
        return violations;
    }

    List<String> claimedWhileParked() {
        return whileParked;
    }

    private List<String> parkedViolations() {
        var violations = new ArrayList<String>();
        for (Address address : persons()) {
            boolean isParked = false;
            for (HistoryEntry entry : history(address)) {
                if (entry instanceof HistoryEntry.Parked) isParked = true;
                if (!isParked || !isClaim(entry)) continue;
                var dispatch = world.row(
                                ((HistoryEntry.Decided) entry).decision().id())
                        .dispatch();
                if (dispatch.purpose() == Purpose.MARKETING) violations.add(address + ": " + dispatch);
            }
        }
        return violations;
    }

    private static boolean isClaim(HistoryEntry entry) {
        return entry instanceof HistoryEntry.Decided(var decision) && decision.status() == DispatchStatus.CLAIMED;
    }

    private List<Address> persons() {
        return world.host().entities().stream()
                .filter(address -> Identifier.at(address).isPresent())
                .toList();
    }

    private List<HistoryEntry> history(Address address) {
        return world.host().history(address, Long.MAX_VALUE, ROWS_MAX).reversed().stream()
                .map(HistoryRow::content)
                .map(HistoryCodec.ROWS::decode)
                .toList();
    }

    List<String> unsettled() {
        var left = new ArrayList<String>();
        for (MessageRow row : world.rows()) if (!row.dispatch().status().isFinal()) left.add(row.toString());
        world.host().rows(Messages.OUTBOX, "", ROWS_MAX).forEach(row -> left.add("outbox " + row));
        for (Address address : world.host().entities()) {
            if (Endpoint.at(address).isEmpty()) continue;
            EndpointState state = new EndpointKind()
                    .states()
                    .decode(world.host().state(address).orElseThrow());
            if (!state.permitted().isEmpty() || !state.owed().isEmpty()) left.add(address + ": " + state);
        }
        for (String who : List.of("user:u1", "user:u2")) {
            if (!world.runsOf(who).isEmpty()) left.add(who + ": " + world.runsOf(who));
            if (!world.customer(who).customer().parked().isEmpty()) left.add(who + " is parked");
        }
        world.host().parked(ROWS_MAX).forEach(parked -> left.add(parked.toString()));
        return left;
    }

    /** Each message has a decision with the status it ended in, and reasons in the order of the gates. */
    List<String> unexplained() {
        var explained = new HashSet<String>();
        var wrong = new ArrayList<String>();
        for (Address address : persons()) {
            for (HistoryEntry entry : history(address)) {
                if (!(entry instanceof HistoryEntry.Decided(var decision))) continue;
                explained.add(decision.id() + " " + decision.status());
                if (!isInOrder(decision)) wrong.add(decision.toString());
            }
        }
        for (MessageRow row : world.rows()) {
            String said = row.dispatch().id() + " " + row.dispatch().status();
            if (!explained.contains(said)) wrong.add(said);
        }
        return wrong;
    }

    private static boolean isInOrder(Decision decision) {
        List<Reason> reasons = decision.reasons();
        if (reasons.isEmpty()) return false;
        if (decision.candidates().size() > 1) return true; // consent and reach of each channel in turn
        for (int i = 1; i < reasons.size(); i++) {
            boolean goesOn = reasons.get(i - 1).passed()
                    && reasons.get(i - 1).gate().compareTo(reasons.get(i).gate()) < 0;
            if (!goesOn) return false;
        }
        return true;
    }

    List<String> takenButNotKnown() {
        return taken(Purpose.MARKETING)
                .map(taken -> world.row(taken.message().id()))
                .filter(row -> row.dispatch().status() != DispatchStatus.SENT
                        && row.dispatch().status() != DispatchStatus.UNCERTAIN)
                .map(MessageRow::toString)
                .toList();
    }
}
