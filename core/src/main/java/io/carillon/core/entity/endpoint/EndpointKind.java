package io.carillon.core.entity.endpoint;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.deliver.Claims;
import io.carillon.core.entity.endpoint.EndpointMessage.Look;
import io.carillon.core.entity.endpoint.EndpointMessage.Outcome;
import io.carillon.core.entity.endpoint.EndpointMessage.Permit;
import io.carillon.core.entity.endpoint.EndpointMessage.Settle;
import io.carillon.core.entity.endpoint.EndpointMessage.Subscribe;
import io.carillon.core.entity.endpoint.EndpointMessage.Suppress;
import io.carillon.core.entity.endpoint.EndpointMessage.Withdraw;
import io.carillon.core.entity.endpoint.EndpointState.Owed;
import io.carillon.core.entity.endpoint.EndpointState.Permitted;
import io.carillon.core.entity.endpoint.EndpointState.Recent;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.CustomerMessage.Chosen;
import io.carillon.core.entity.person.CustomerMessage.Refusal;
import io.carillon.core.entity.person.CustomerMessage.Refuse;
import io.carillon.core.entity.person.CustomerMessage.Report;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An inbox, a phone, a device: every customer who uses it meets here. It has the last word on what leaves, and it knows
 * what may be on its way, so that an unsubscribe can be answered truthfully. It never merges.
 */
public final class EndpointKind implements PlainKind<EndpointState, EndpointMessage, Knowledge> {
    /** For how long another customer's message of the same intent is a duplicate here. */
    static final Duration SAME_INTENT = Duration.ofHours(24);

    /** No worker of this process is at a call for so long. Less than {@link Claims#LOOK_AGAIN}. */
    static final Duration SURELY_OVER = Duration.ofSeconds(30);

    @Override
    public String name() {
        return Endpoint.KIND;
    }

    @Override
    public boolean livesAt(Address address) {
        return Endpoint.at(address).isPresent();
    }

    @Override
    public EndpointState unborn(Address address) {
        return EndpointState.NEW;
    }

    @Override
    public Effects<EndpointState> handle(EndpointState state, EndpointMessage message, Context<Knowledge> context) {
        Endpoint self = Endpoint.at(context.self()).orElseThrow();
        return switch (message) {
            case Permit permit -> onPermit(state, permit, self, context);
            case Outcome outcome -> onOutcome(state, outcome);
            case Settle settle -> onSettle(state, settle, context);
            case Withdraw withdraw -> onWithdraw(state, withdraw, self);
            case Subscribe subscribe -> onSubscribe(state, subscribe, self);
            case Suppress(var why, var replyTo) ->
                Effects.of(
                        state.suppressed().isPresent() ? state : state.suppressed(why),
                        new Effect.Answer(replyTo, new Answers.Noted()));
            case Look(var replyTo) ->
                Effects.of(state, new Effect.Answer(replyTo, new EndpointMessage.Answer(self.channel(), state)));
        };
    }

    private static Effects<EndpointState> onPermit(
            EndpointState state, Permit permit, Endpoint self, Context<Knowledge> context) {
        if (permit.replyTo().run() != context.run()) {
            return Effects.of(
                    state,
                    tell(permit.customer(), refusal(permit, Refusal.WORKER_GONE, "the worker that asked is gone")));
        }
        EndpointState used = state.usedBy(permit.customer());
        boolean isNewlyShared =
                used.customers().size() > Math.max(1, state.customers().size());
        var effects = new ArrayList<Effect>();
        if (isNewlyShared) effects.add(SharedEndpointRow.put(self, used, context));
        if (state.suppressed().isPresent()) {
            String why = "suppressed: " + state.suppressed().get();
            effects.add(tell(permit.customer(), refusal(permit, Refusal.SUPPRESSED, why)));
            return new Effects<>(used, effects);
        }
        Optional<String> objection = objection(state, permit, context.now());
        if (objection.isPresent()) {
            effects.add(tell(permit.customer(), refusal(permit, Refusal.WITHHELD, objection.get())));
            return new Effects<>(used, effects);
        }
        var permitted = new Permitted(
                permit.attempt(), context.run(), permit.customer(), permit.purpose(), permit.topic(), context.now());
        effects.add(new Effect.Answer(
                permit.replyTo(),
                new Answers.Granted(permit.dispatch(), permit.attempt(), self, permit.purpose(), context.now())));
        return new Effects<>(
                used.permitting(permit.dispatch(), permitted).recent(recentWith(state, permit, context.now())),
                effects);
    }

    private static Optional<String> objection(EndpointState state, Permit permit, Instant now) {
        if (permit.purpose() != Purpose.MARKETING) return Optional.empty();
        if (permit.topic().filter(topic -> state.withdrawn().containsKey(topic)).isPresent()) {
            return Optional.of("unsubscribed from " + permit.topic().get().text() + " at this endpoint");
        }
        boolean saidByAnother = state.recent().stream()
                .anyMatch(recent -> recent.intent().equals(permit.intent())
                        && !recent.customer().equals(permit.customer())
                        // The same message after a merge: its first attempt was in the name of the weaker customer.
                        && !recent.dispatch().equals(permit.dispatch())
                        && recent.at().isAfter(now.minus(SAME_INTENT)));
        return saidByAnother
                ? Optional.of("another customer at this endpoint got the same message within 24 hours")
                : Optional.empty();
    }

    private static List<Recent> recentWith(EndpointState state, Permit permit, Instant now) {
        if (permit.purpose() != Purpose.MARKETING) return state.recent();
        var recent = new ArrayList<Recent>();
        Instant at = now;
        for (Recent one : state.recent()) {
            // An earlier attempt of it may have left: that stays so, whatever comes of this one.
            if (one.dispatch().equals(permit.dispatch())) at = now.minusMillis(1);
            else if (one.at().isAfter(now.minus(SAME_INTENT))) recent.add(one);
        }
        recent.add(new Recent(permit.intent(), permit.dispatch(), permit.customer(), at));
        return recent.subList(Math.max(0, recent.size() - EndpointState.RECENT_MAX), recent.size());
    }

    private static Refuse refusal(Permit permit, Refusal refusal, String detail) {
        return new Refuse(permit.dispatch(), permit.attempt(), refusal, detail, permit.replyTo());
    }

    private static Effects<EndpointState> onOutcome(EndpointState state, Outcome outcome) {
        var effects = new ArrayList<Effect>();
        EndpointState after = settle(state, outcome.dispatch(), outcome.attempt(), effects);
        boolean isUnderWay = isUnderWay(state, outcome.dispatch(), outcome.attempt());
        switch (outcome.outcome()) {
            case SendOutcome.Rejected(var reason, var detail) -> {
                if (isUnderWay) after = withoutThisAttempt(state, after, outcome.dispatch());
                if (reason == SendOutcome.Rejection.INVALID_ENDPOINT) {
                    after = after.suppressed("rejected by the provider: " + detail);
                }
            }
            case SendOutcome.NotSent _ -> {
                if (isUnderWay) after = withoutThisAttempt(state, after, outcome.dispatch());
            }
            case SendOutcome.Accepted _, SendOutcome.Uncertain _ -> {}
        }
        effects.add(tell(
                outcome.customer(),
                new Report(outcome.dispatch(), outcome.attempt(), outcome.outcome(), outcome.replyTo())));
        return new Effects<>(after, effects);
    }

    /** It came to nothing: only an earlier attempt may have left, if there was one. */
    private static EndpointState withoutThisAttempt(EndpointState before, EndpointState after, DispatchId dispatch) {
        Permitted attempt = Objects.requireNonNull(before.permitted().get(dispatch));
        boolean mayHaveLeftBefore = before.recent().stream()
                .anyMatch(recent ->
                        recent.dispatch().equals(dispatch) && !recent.at().equals(attempt.at()));
        return mayHaveLeftBefore ? after : after.withoutRecent(dispatch);
    }

    private static Effects<EndpointState> onSettle(EndpointState state, Settle settle, Context<Knowledge> context) {
        if (!isUnderWay(state, settle.dispatch(), settle.attempt())) {
            // The customer was told already, or will be: the request of a worker that is gone is refused when it comes.
            // To say here that it never left would send a second one where the first word was an outcome.
            return Effects.of(state, new Effect.Answer(settle.replyTo(), new Answers.Noted()));
        }
        Permitted permitted = Objects.requireNonNull(state.permitted().get(settle.dispatch()));
        boolean mayBeAtIt = permitted.run() == context.run()
                && context.now().isBefore(permitted.at().plus(SURELY_OVER));
        if (mayBeAtIt) return Effects.of(state, new Effect.Answer(settle.replyTo(), new Answers.NotGranted()));
        var effects = new ArrayList<Effect>();
        EndpointState after = settle(state, settle.dispatch(), settle.attempt(), effects);
        var outcome = new SendOutcome.Uncertain("the process ended between the call and its outcome");
        effects.add(
                tell(settle.customer(), new Report(settle.dispatch(), settle.attempt(), outcome, settle.replyTo())));
        return new Effects<>(after, effects);
    }

    private static boolean isUnderWay(EndpointState state, DispatchId dispatch, int attempt) {
        Permitted permitted = state.permitted().get(dispatch);
        return permitted != null && permitted.attempt() == attempt;
    }

    /** The attempt has an outcome: nothing is on its way any more, and answers that waited for it may go. */
    private static EndpointState settle(EndpointState state, DispatchId dispatch, int attempt, List<Effect> effects) {
        if (!isUnderWay(state, dispatch, attempt)) return state;
        var stillOwed = new ArrayList<Owed>();
        for (Owed owed : state.owed()) {
            var waitsFor = new TreeSet<>(owed.waitsFor());
            waitsFor.remove(dispatch);
            if (waitsFor.isEmpty()) passOn(owed.withdrawal(), effects);
            else stillOwed.add(new Owed(owed.withdrawal(), waitsFor));
        }
        return state.settled(dispatch).owing(stillOwed);
    }

    private static Effects<EndpointState> onWithdraw(EndpointState state, Withdraw withdraw, Endpoint self) {
        var effects = new ArrayList<Effect>();
        withdraw.customer()
                .ifPresent(customer -> effects.add(tell(
                        customer,
                        new Chosen(new Subscription(self.channel(), withdraw.topic()), false, withdraw.at()))));
        EndpointState after = state.withdrawn(withdraw.topic(), withdraw.at());
        var waitsFor = new TreeSet<DispatchId>();
        state.permitted().forEach((dispatch, permitted) -> {
            if (permitted.purpose() == Purpose.MARKETING && permitted.topic().equals(Optional.of(withdraw.topic())))
                waitsFor.add(dispatch);
        });
        if (waitsFor.isEmpty()) {
            passOn(withdraw, effects);
            return new Effects<>(after, effects);
        }
        // It holds all the same; who asks that often is left without an answer, and may ask again.
        if (state.owed().size() >= EndpointState.OWED_MAX) return new Effects<>(after, effects);
        var onTheirWay = new ArrayList<>(withdraw.onTheirWay());
        onTheirWay.addAll(waitsFor);
        var waiting = new Withdraw(
                withdraw.topic(),
                withdraw.at(),
                withdraw.customer(),
                withdraw.others(),
                onTheirWay,
                withdraw.replyTo());
        var owed = new ArrayList<>(state.owed());
        owed.add(new Owed(waiting, waitsFor));
        return new Effects<>(after.owing(owed), effects);
    }

    /** This endpoint is done with the withdrawal: on to the next one, or the answer. */
    private static void passOn(Withdraw withdraw, List<Effect> effects) {
        if (withdraw.others().isEmpty()) {
            effects.add(new Effect.Answer(withdraw.replyTo(), new Answers.Withdrawn(withdraw.onTheirWay())));
            return;
        }
        var next = withdraw.others().getFirst();
        effects.add(new Effect.Send(
                next.address(),
                new Withdraw(
                        withdraw.topic(),
                        withdraw.at(),
                        Optional.empty(),
                        withdraw.others().subList(1, withdraw.others().size()),
                        withdraw.onTheirWay(),
                        withdraw.replyTo())));
    }

    private static Effects<EndpointState> onSubscribe(EndpointState state, Subscribe subscribe, Endpoint self) {
        var effects = new ArrayList<Effect>();
        subscribe
                .customer()
                .ifPresent(customer -> effects.add(tell(
                        customer,
                        new Chosen(new Subscription(self.channel(), subscribe.topic()), true, subscribe.at()))));
        effects.add(new Effect.Answer(subscribe.replyTo(), new Answers.Withdrawn(List.of())));
        return new Effects<>(state.subscribed(subscribe.topic(), subscribe.at()), effects);
    }

    private static Effect tell(CustomerRef customer, CustomerMessage message) {
        return new Effect.Send(customer.address(), new PersonMessage.ToCustomer(customer, message));
    }

    @Override
    public EndpointMessage idle() {
        return new Look(ReplyTo.NOBODY);
    }

    @Override
    public Codec<EndpointState> states() {
        return EndpointState.Stored.ENDPOINTS;
    }

    @Override
    public Codec<EndpointMessage> messages() {
        return EndpointCodec.MESSAGES;
    }
}
