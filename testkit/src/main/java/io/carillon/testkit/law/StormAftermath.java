package io.carillon.testkit.law;

import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointKind;
import io.carillon.core.entity.endpoint.EndpointState;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import io.carillon.testkit.SimulatedProvider.Taken;
import io.carillon.testkit.identity.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must not be found after a storm. */
final class StormAftermath {
    /** Somebody who has nothing to do with the others, left a cart, and must be reminded of it whatever happens to them. */
    static final String BYSTANDER = "user:u9";

    private static final List<String> PERSONS = List.of(
            "user:u1", "user:u2", BYSTANDER, "email:e1", "email:e3", "email:e9", "anonymous:a1", "anonymous:a2");

    private final Stage stage;
    private final Space space;
    private final Map<DispatchId, MessageRow> rows = new TreeMap<>();
    private final Map<Identifier, List<HistoryEntry>> histories = new TreeMap<>();

    StormAftermath(Stage stage, Space space) {
        this.stage = stage;
        this.space = space;
        for (MessageRow row : stage.rows(space)) rows.put(row.dispatch().id(), row);
        for (String person : PERSONS) {
            Identifier identifier = space.identifier(person);
            histories.put(
                    identifier,
                    stage.host().history(identifier.address()).reversed().stream()
                            .map(HistoryRow::content)
                            .map(HistoryCodec.ROWS::decode)
                            .toList());
        }
    }

    void lookInto(Findings<StormLaw> findings) {
        findings.noneTwice(
                StormLaw.MARKETING_LEAVES_ONCE,
                taken(Purpose.MARKETING).map(taken -> taken.message().id()).toList());
        findings.noneTwice(StormLaw.AN_INTENT_IS_SAID_ONCE, intentsTaken());
        findings.none(StormLaw.TRANSACTIONAL_IS_NOT_LOST, transactionalLost());
        findings.none(StormLaw.EXITS_HOLD, claimedAfterExit());
        findings.none(StormLaw.OTHERS_ARE_NOT_AFFECTED, bystanderNotReminded());
        findings.none(StormLaw.EVERYTHING_ENDS, unsettled());
        findings.none(StormLaw.WHAT_LEFT_COUNTS_AS_SENT, takenButNotKnown());
        findings.none(StormLaw.EVERYTHING_IS_EXPLAINED, unexplained());
        findings.none(StormLaw.CUSTOMERS_KNOW_THEIR_MESSAGES, unknownMessages());
    }

    private Stream<Taken> taken(Purpose purpose) {
        return stage.provider().taken().stream()
                .filter(taken -> taken.message().purpose() == purpose
                        && rows.containsKey(taken.message().id()));
    }

    private MessageRow row(DispatchId id) {
        MessageRow row = rows.get(id);
        if (row == null) throw new AssertionError("no row of " + id);
        return row;
    }

    private List<String> intentsTaken() {
        return taken(Purpose.MARKETING)
                .map(taken -> row(taken.message().id()))
                .map(row -> stage.today(row.customer()) + " " + row.dispatch().intent() + " "
                        + row.dispatch().runStarted())
                .toList();
    }

    private List<MessageRow> transactionalLost() {
        Set<DispatchId> taken =
                taken(Purpose.TRANSACTIONAL).map(one -> one.message().id()).collect(Collectors.toSet());
        return rows.values().stream()
                .filter(row -> row.dispatch().purpose() == Purpose.TRANSACTIONAL)
                .filter(row -> switch (row.dispatch().status()) {
                    case SENT, UNCERTAIN -> !taken.contains(row.dispatch().id());
                    // The provider refused it, nobody could be reached, or it failed for a day.
                    case REJECTED, WITHHELD, DEAD, LAPSED -> false;
                    case QUEUED, CLAIMED -> true;
                })
                .toList();
    }

    private List<String> claimedAfterExit() {
        var violations = new ArrayList<String>();
        histories.forEach((person, history) -> {
            var orders = new ArrayList<Instant>();
            for (HistoryEntry entry : history) {
                if (entry instanceof HistoryEntry.Happened(var _, var event, var _)
                        && event.name().equals("Order Completed")) orders.add(event.occurredAt());
                if (!isClaim(entry)) continue;
                Dispatch dispatch = dispatchOf(entry);
                boolean isCart = dispatch.intent().run().journey().text().equals("abandoned-cart");
                if (isCart && orders.stream().anyMatch(order -> !order.isBefore(dispatch.runStarted())))
                    violations.add(person + ": " + dispatch);
            }
        });
        return violations;
    }

    /** Before anything is re-driven. */
    List<String> claimedWhileParked() {
        var violations = new ArrayList<String>();
        histories.forEach((person, history) -> {
            boolean isParked = false;
            for (HistoryEntry entry : history) {
                if (entry instanceof HistoryEntry.Parked) isParked = true;
                if (!isParked || !isClaim(entry)) continue;
                Dispatch dispatch = dispatchOf(entry);
                if (dispatch.purpose() == Purpose.MARKETING) violations.add(person + ": " + dispatch);
            }
        });
        return violations;
    }

    private static boolean isClaim(HistoryEntry entry) {
        return entry instanceof HistoryEntry.Decided(var decision) && decision.status() == DispatchStatus.CLAIMED;
    }

    private Dispatch dispatchOf(HistoryEntry claim) {
        return row(((HistoryEntry.Decided) claim).decision().id()).dispatch();
    }

    private List<String> bystanderNotReminded() {
        CustomerRef bystander = new CustomerRef(space.identifier(BYSTANDER), 0);
        List<MessageRow> mails = rows.values().stream()
                .filter(row ->
                        row.customer().equals(bystander) && row.dispatch().channel() == Channel.EMAIL)
                .toList();
        boolean isTold = mails.size() == 1
                && switch (mails.getFirst().dispatch().status()) {
                    case SENT, UNCERTAIN, REJECTED, DEAD -> true; // as the provider pleased
                    case QUEUED, CLAIMED, WITHHELD, LAPSED -> false;
                };
        return isTold ? List.of() : List.of(bystander + " has " + mails);
    }

    private List<String> unsettled() {
        var left = new ArrayList<String>();
        for (MessageRow row : rows.values()) if (!row.dispatch().status().isFinal()) left.add(row.toString());
        stage.host().host().rows(Messages.OUTBOX, "", Seen.ROWS_MAX).stream()
                .filter(row -> rows.containsKey(
                        new DispatchId(row.key().substring(row.key().indexOf('/') + 1))))
                .forEach(row -> left.add("outbox " + row));
        endpoints()
                .forEach(endpoint -> stage.host().state(endpoint.address()).ifPresent(stored -> {
                    EndpointState state = new EndpointKind().states().decode(stored);
                    if (!state.permitted().isEmpty() || !state.owed().isEmpty()) left.add(endpoint + ": " + state);
                }));
        for (String who : PERSONS) {
            stage.ownerOf(space.identifier(who)).map(Root::customer).ifPresent(customer -> {
                if (!customer.runs().active().isEmpty()) left.add(who + ": " + customer.runs());
                if (!customer.parked().isEmpty()) left.add(who + " is parked");
            });
        }
        stage.host().host().parked(Seen.ROWS_MAX).stream()
                .filter(parked ->
                        Identifier.at(parked.entity()).filter(space::has).isPresent())
                .forEach(parked -> left.add(parked.toString()));
        return left;
    }

    private Stream<Endpoint> endpoints() {
        return Stream.concat(
                Stream.of(new Endpoint(Channel.SMS, space.phone())),
                Stream.of("email:e1", "email:e3", "email:e9")
                        .map(email -> new Endpoint(
                                Channel.EMAIL, space.identifier(email).value())));
    }

    /** Each message has a decision with the status it ended in, and reasons in the order of the gates. */
    private List<String> unexplained() {
        var explained = new HashSet<String>();
        var wrong = new ArrayList<String>();
        for (List<HistoryEntry> history : histories.values()) {
            for (HistoryEntry entry : history) {
                if (!(entry instanceof HistoryEntry.Decided(var decision))) continue;
                explained.add(decision.id() + " " + decision.status());
                if (!isInOrder(decision)) wrong.add(decision.toString());
            }
        }
        for (MessageRow row : rows.values()) {
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
            Gate before = reasons.get(i - 1).gate();
            boolean goesOn = reasons.get(i - 1).passed()
                    && before.compareTo(reasons.get(i).gate()) < 0;
            if (!goesOn) return false;
        }
        return true;
    }

    private List<String> takenButNotKnown() {
        return taken(Purpose.MARKETING)
                .map(taken -> row(taken.message().id()))
                .filter(row -> row.dispatch().status() != DispatchStatus.SENT
                        && row.dispatch().status() != DispatchStatus.UNCERTAIN)
                .map(MessageRow::toString)
                .toList();
    }

    /** A merge neither loses what was said nor makes it count twice. */
    private List<String> unknownMessages() {
        var wrong = new ArrayList<String>();
        for (MessageRow row : rows.values()) {
            Root root = stage.root(stage.today(row.customer()));
            boolean isKnown = root.customer()
                    .dispatches()
                    .get(row.dispatch().id())
                    .filter(known -> known.status() == row.dispatch().status())
                    .isPresent();
            if (!isKnown) wrong.add(row + " is not known to " + root.links().self());
        }
        return wrong;
    }
}
