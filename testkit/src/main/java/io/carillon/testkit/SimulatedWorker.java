package io.carillon.testkit;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage.ClaimDispatch;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Reply;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.SendOutcome;
import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Does what a delivery worker must: claims what is due, calls the provider once for each grant, reports what came of it,
 * and after a restart settles what the process before had claimed. Each of these is an action of its own, so that anything
 * may happen in between. Not thread-safe.
 */
public final class SimulatedWorker {
    /** No call takes longer. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    /** A grant that waited longer is given back. */
    private static final Duration GRANT_HOLDS = Duration.ofSeconds(5);

    /** When a message is asked for again that was refused without a word of why. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private static final int ROWS_MAX = 10_000;

    private final SimulatedProvider provider;
    private final Map<DispatchId, Instant> busy = new TreeMap<>();
    private final Map<DispatchId, NotBefore> refused = new TreeMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> orphans = new ArrayList<>();
    private Instant startedAt;
    private long run;
    private boolean resting;

    /** One thing that it may do next. */
    sealed interface Action {
        record Claim(MessageRow row) implements Action {}

        record Start(Grant grant) implements Action {}

        /** What is on the wire reaches the provider. */
        record Land(Call call) implements Action {}

        record Report(Call call) implements Action {}

        record Settle(MessageRow row) implements Action {}
    }

    record Grant(Answers.Granted granted, CustomerRef customer) {}

    /** A call on the wire; without outcome until it has landed. */
    record Call(Grant grant, Outgoing message, Instant startedAt, Optional<SendOutcome> outcome) {
        Instant deadline() {
            return startedAt.plus(CALL_TIMEOUT);
        }
    }

    private record NotBefore(Instant dueAt, Instant again) {}

    public SimulatedWorker(SimulatedProvider provider, Instant now, long run) {
        this.provider = provider;
        this.startedAt = now;
        this.run = run;
    }

    /** From now on it takes nothing, until {@link #goOn}. */
    public void hold() {
        resting = true;
    }

    public void goOn() {
        resting = false;
    }

    /** How many calls are on the wire. */
    public int calling() {
        return calls.size() + orphans.size();
    }

    /** Everything that it could do now, in a fixed order. */
    List<Action> actions(Host<Knowledge> host, Instant now) {
        noticeRestart(host, now);
        var actions = new ArrayList<Action>();
        for (Call call : orphans) if (mayLand(call, now)) actions.add(new Action.Land(call));
        for (Call call : calls) {
            if (call.outcome().isPresent()) actions.add(new Action.Report(call));
            else if (mayLand(call, now)) actions.add(new Action.Land(call));
        }
        for (Grant grant : grants) actions.add(new Action.Start(grant));
        if (resting) return actions;
        for (MessageRow row : rows(host)) {
            if (mayClaim(row, now)) actions.add(new Action.Claim(row));
            else if (mustSettle(row, now)) actions.add(new Action.Settle(row));
        }
        return actions;
    }

    /** The next instant at which it has something to do that it has not now. */
    public Optional<Instant> nextAt(Host<Knowledge> host, Instant now) {
        noticeRestart(host, now);
        var instants = new ArrayList<Instant>();
        for (Call call : orphans) instants.add(call.deadline());
        for (Call call : calls) if (call.outcome().isEmpty()) instants.add(call.deadline());
        if (!resting) {
            for (MessageRow row : rows(host)) {
                instants.add(row.dispatch().dueAt());
                if (row.dispatch().status() == DispatchStatus.CLAIMED) instants.add(startedAt.plus(CALL_TIMEOUT));
                Optional.ofNullable(refused.get(row.dispatch().id())).ifPresent(wait -> instants.add(wait.again));
            }
        }
        return instants.stream().filter(at -> at.isAfter(now)).min(Instant::compareTo);
    }

    /** What is on the wire for as long as a call may take lands now or never. */
    public void landOverdue(Instant now) {
        var overdue = new ArrayList<>(orphans);
        overdue.addAll(calls);
        for (Call call : overdue) {
            if (call.outcome().isEmpty() && !now.isBefore(call.deadline())) land(call, now);
        }
    }

    /**
     * Does one thing that it could do now, picked by chance, and each of the others with a probability.
     *
     * @param share the probability, in [0, 1]
     * @return false when there was nothing to do
     */
    public boolean act(Host<Knowledge> host, Instant now, Chance chance, double share) {
        List<Action> possible = actions(host, now);
        if (possible.isEmpty()) return false;
        Action one = chance.pick(possible);
        for (Action action : possible) {
            if (action.equals(one) || (share > 0 && chance.chance(share))) act(action, host, now);
        }
        return true;
    }

    void act(Action action, Host<Knowledge> host, Instant now) {
        switch (action) {
            case Action.Claim(var row) -> claim(row, host, now);
            case Action.Start(var grant) -> start(grant, host, now);
            case Action.Land(var call) -> land(call, now);
            case Action.Report(var call) -> {
                calls.remove(call);
                report(call.grant(), call.outcome().orElseThrow(), host);
            }
            case Action.Settle(var row) -> settle(row, host, now);
        }
    }

    /** What the process had in hand died with it; what it had put on the wire did not. */
    private void noticeRestart(Host<Knowledge> host, Instant now) {
        if (host.run() == run) return;
        run = host.run();
        startedAt = now;
        for (Call call : calls) if (call.outcome().isEmpty()) orphans.add(call);
        calls.clear();
        grants.clear();
        busy.clear();
        refused.clear();
    }

    private boolean mayLand(Call call, Instant now) {
        return !provider.isHolding() || !now.isBefore(call.deadline());
    }

    private boolean mayClaim(MessageRow row, Instant now) {
        DispatchId id = row.dispatch().id();
        if (row.dispatch().status() != DispatchStatus.QUEUED || busy.containsKey(id)) return false;
        if (row.dispatch().dueAt().isAfter(now)) return false;
        NotBefore wait = refused.get(id);
        return wait == null || !wait.dueAt.equals(row.dispatch().dueAt()) || !now.isBefore(wait.again);
    }

    private boolean mustSettle(MessageRow row, Instant now) {
        if (row.dispatch().status() != DispatchStatus.CLAIMED
                || busy.containsKey(row.dispatch().id())) return false;
        boolean isOfAnEarlierRun = run > 1; // what this one claimed, it is busy with
        boolean isOverdue = !row.dispatch().dueAt().isAfter(now);
        boolean isOnTheWire = orphans.stream()
                .anyMatch(call -> call.message().id().equals(row.dispatch().id()));
        return (isOfAnEarlierRun || isOverdue) && !isOnTheWire && !now.isBefore(startedAt.plus(CALL_TIMEOUT));
    }

    private void claim(MessageRow row, Host<Knowledge> host, Instant now) {
        DispatchId id = row.dispatch().id();
        CustomerRef customer = row.customer();
        Instant dueAt = row.dispatch().dueAt();
        boolean taken = host.submit(
                customer.address(),
                Lane.URGENT,
                replyTo -> new PersonMessage.ToCustomer(customer, new ClaimDispatch(id, replyTo)),
                reply -> claimed(reply, id, customer, new NotBefore(dueAt, now.plus(ASK_AGAIN))));
        if (taken) busy.put(id, now);
    }

    private void claimed(Reply reply, DispatchId id, CustomerRef customer, NotBefore wait) {
        if (reply instanceof Answers.Granted granted) {
            grants.add(new Grant(granted, customer));
        } else {
            busy.remove(id);
            refused.put(id, wait);
        }
    }

    private void start(Grant grant, Host<Knowledge> host, Instant now) {
        grants.remove(grant);
        Answers.Granted granted = grant.granted();
        if (now.isAfter(granted.at().plus(GRANT_HOLDS))) {
            report(grant, new SendOutcome.NotSent("the grant is too old", Duration.ZERO), host);
            return;
        }
        Bytes content = host.row(Messages.CONTENT, granted.dispatch().text())
                .orElseThrow(() -> new AssertionError("granted without content: " + granted.dispatch()));
        var message = new Outgoing(
                granted.dispatch(),
                granted.endpoint(),
                granted.purpose(),
                Content.Stored.CONTENTS.decode(content),
                granted.at());
        calls.add(new Call(grant, message, now, Optional.empty()));
    }

    private void land(Call call, Instant now) {
        SimulatedProvider.Behaviour behaviour = provider.next();
        if (behaviour.takes()) provider.take(call.message(), now);
        if (orphans.remove(call)) return; // nobody hears of it
        SendOutcome outcome = now.isBefore(call.deadline())
                ? behaviour.outcome(call.message().id())
                : new SendOutcome.Uncertain("no reply in time");
        calls.set(calls.indexOf(call), new Call(call.grant(), call.message(), call.startedAt(), Optional.of(outcome)));
    }

    private void report(Grant grant, SendOutcome outcome, Host<Knowledge> host) {
        Answers.Granted granted = grant.granted();
        host.submit(
                granted.endpoint().address(),
                Lane.URGENT,
                replyTo -> new EndpointMessage.Outcome(
                        granted.dispatch(), granted.attempt(), grant.customer(), outcome, replyTo),
                _ -> busy.remove(granted.dispatch()));
    }

    private void settle(MessageRow row, Host<Knowledge> host, Instant now) {
        DispatchId id = row.dispatch().id();
        boolean taken = host.submit(
                row.dispatch().endpoint().orElseThrow().address(),
                Lane.URGENT,
                replyTo -> new EndpointMessage.Settle(id, row.dispatch().attempts(), row.customer(), replyTo),
                _ -> busy.remove(id));
        if (taken) busy.put(id, now);
    }

    /** The rows of the outbox, of whatever status and due time. */
    private static List<MessageRow> rows(Host<Knowledge> host) {
        var rows = new ArrayList<MessageRow>();
        for (Row due : host.rows(Messages.OUTBOX, "", ROWS_MAX)) {
            String id = due.key().substring(due.key().indexOf('/') + 1);
            host.row(Messages.MESSAGES, id).map(MessageRow.Stored.ROWS::decode).ifPresent(rows::add);
        }
        return rows;
    }
}
