package io.carillon.core.entity.deliver;

import io.carillon.core.content.Composer.Composition;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.Composing;
import io.carillon.core.entity.customer.Reach;
import io.carillon.core.entity.decide.Contact;
import io.carillon.core.entity.decide.Intents;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.Effect;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.journey.Ended;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A worker wants to send a message: everything is asked once more, at this instant, and the content is made. What passes
 * goes to the endpoint, which has the last word.
 */
public final class Claims {
    /** When a worker is asked again about an address that is being claimed. */
    static final Duration PENDING = Duration.ofMillis(50);

    /** When a worker is asked again of somebody of whom an un-merge is under way. */
    private static final Duration PARTING = Duration.ofSeconds(1);

    /** When a worker is asked again about a message over which we failed: a bug, which is not gone soon. */
    private static final Duration FAILED = Duration.ofHours(1);

    /** When a message that a worker has is looked after, if nothing was heard of it: well past any call time-out. */
    public static final Duration LOOK_AGAIN = Duration.ofSeconds(60);

    private Claims() {}

    public static void onClaim(Turn turn, DispatchId id, ReplyTo replyTo) {
        Optional<Dispatch> known = turn.customer().dispatches().get(id);
        if (known.isEmpty()
                || known.get().status() != DispatchStatus.QUEUED
                || known.get().dueAt().isAfter(turn.now())) {
            turn.answer(replyTo, new Answers.NotGranted());
            return;
        }
        Dispatch dispatch = known.get();
        if (dispatch.purpose() == Purpose.MARKETING && turn.customer().isParting()) {
            waitForParting(turn, dispatch, replyTo);
            return;
        }
        Optional<Reason> objection = objection(turn, dispatch);
        if (objection.isPresent()) {
            withhold(turn, dispatch, objection.get(), replyTo);
            return;
        }
        switch (Contact.judge(turn, dispatch)) {
            case Contact.Verdict.Go() -> deliver(turn, dispatch, replyTo);
            case Contact.Verdict.Later(var until, var reason) -> delay(turn, dispatch, until, reason, replyTo);
            case Contact.Verdict.Never(var reason) -> withhold(turn, dispatch, reason, replyTo);
        }
    }

    /** It ends by itself, and soon. Said once. */
    private static void waitForParting(Turn turn, Dispatch dispatch, ReplyTo replyTo) {
        if (!turn.now().isBefore(dispatch.deadline())) {
            withhold(turn, dispatch, lapsed(dispatch), replyTo);
            return;
        }
        boolean wasSaid = dispatch.dueAt().equals(dispatch.changedAt().plus(PARTING));
        delay(
                turn,
                dispatch,
                turn.now().plus(PARTING),
                wasSaid ? Optional.empty() : Optional.of(Intents.PARTING),
                replyTo);
    }

    private static Reason lapsed(Dispatch dispatch) {
        return Reason.failed(Gate.STILL_QUEUED, "its deadline was " + dispatch.deadline());
    }

    private static void deliver(Turn turn, Dispatch dispatch, ReplyTo replyTo) {
        List<Endpoint> endpoints = turn.endpoints(dispatch.channel());
        if (endpoints.isEmpty()) {
            waitForEndpoint(turn, dispatch, replyTo);
            return;
        }
        Optional<Run> run = runOf(turn, dispatch);
        if (run.isPresent()) composeAndClaim(turn, dispatch, endpoints.getFirst(), run.get(), replyTo);
        else claimAsComposed(turn, dispatch, endpoints, replyTo);
    }

    private static void delay(Turn turn, Dispatch dispatch, Instant until, Optional<Reason> reason, ReplyTo replyTo) {
        Dispatch later = dispatch.queued(until, turn.now());
        if (reason.isPresent()) Messages.change(turn, dispatch, later, List.of(reason.get()));
        else Messages.requeue(turn, dispatch, later);
        turn.answer(replyTo, new Answers.NotGranted());
    }

    /** The claim failed: its message is asked for again, and whoever has it lapses at its deadline. */
    public static void putOff(Turn turn, DispatchId id) {
        turn.customer()
                .dispatches()
                .get(id)
                .filter(dispatch -> dispatch.status() == DispatchStatus.QUEUED)
                .ifPresent(dispatch -> Messages.requeue(
                        turn, dispatch, dispatch.queued(turn.now().plus(FAILED), turn.now())));
    }

    /** The gates again, in their order; the first that fails. */
    private static Optional<Reason> objection(Turn turn, Dispatch dispatch) {
        if (turn.knowledge().message(dispatch.message()).isEmpty()) {
            return Optional.of(Intents.notPublished(dispatch.message()));
        }
        if (dispatch.purpose() == Purpose.MARKETING && !turn.customer().parked().isEmpty()) {
            return Optional.of(Reason.failed(Gate.PARKED, "a message of theirs is parked"));
        }
        if (!turn.now().isBefore(dispatch.deadline())) {
            return Optional.of(lapsed(dispatch));
        }
        if (hasLeft(turn, dispatch)) return Optional.of(Reason.failed(Gate.STILL_TRUE, "an exit since the run began"));
        if (turn.customer().dispatches().hasSaid(dispatch.intent(), dispatch.runStarted(), dispatch.id())) {
            return Optional.of(Reason.failed(Gate.NOT_SAID_YET, "said already since the run began"));
        }
        Reason consent = Intents.consent(
                turn, dispatch.purpose(), dispatch.topic().flatMap(turn.knowledge()::topic), dispatch.channel());
        if (!consent.passed()) return Optional.of(consent);
        return turn.knowledge().carries(dispatch.channel())
                ? Optional.empty()
                : Optional.of(Intents.notCarried(dispatch.channel()));
    }

    /** A run of before the restore may have said it already, between the backup and the loss; marketing is not risked. */
    private static Optional<Reason> doubt(Turn turn, Dispatch dispatch) {
        if (dispatch.purpose() != Purpose.MARKETING) return Optional.empty();
        return turn.knowledge()
                .restoredAt()
                .filter(restored -> !dispatch.runStarted().isAfter(restored))
                // Whoever asked for it before the restore had not seen that it is in doubt.
                .filter(restored ->
                        !dispatch.isAskedFor() || !dispatch.changedAt().isAfter(restored))
                .map(restored -> Reason.failed(
                        Gate.RESTORED,
                        "restored from a backup at %s: it may have been sent before".formatted(restored)));
    }

    /** Whether the run that wanted it has ended, but for having come past it; what a person asked for needs no run. */
    private static boolean hasLeft(Turn turn, Dispatch dispatch) {
        if (dispatch.isAskedFor()) return false;
        RunKey key = dispatch.intent().run();
        Optional<Ended> ended = turn.customer().runs().ended(key);
        // It may have ended while an attempt was under way that came to nothing.
        boolean wasLeft = ended.isPresent()
                && ended.get().reason() != RunEnd.COMPLETED
                && !ended.get().started().at().isBefore(dispatch.runStarted());
        if (wasLeft || hasExitSinceItsRunBegan(turn, dispatch)) return true;
        return turn.customer().runs().active(key).isEmpty() && ended.isEmpty();
    }

    /**
     * Asked of the events, not of the run: another of the same key may have ended since, or may be the one that a merge
     * kept, and its end says nothing of this one.
     */
    private static boolean hasExitSinceItsRunBegan(Turn turn, Dispatch dispatch) {
        RunKey key = dispatch.intent().run();
        return turn.customer()
                .runs()
                .active(key)
                .flatMap(run -> Journeys.definitionOf(turn, run))
                .or(() -> turn.knowledge().journey(key.journey()))
                .filter(journey -> Journeys.hasExitSince(turn, journey, key, dispatch.runStarted()))
                .isPresent();
    }

    private static void waitForEndpoint(Turn turn, Dispatch dispatch, ReplyTo replyTo) {
        if (!Reach.isPending(turn.links(), dispatch.channel())) {
            String why = "no " + dispatch.channel().word() + " address of theirs is known";
            withhold(turn, dispatch, Reason.failed(Gate.REACHABLE, why), replyTo);
            return;
        }
        Instant later = turn.now().plus(PENDING);
        Messages.requeue(turn, dispatch, dispatch.queued(later, turn.now()));
        turn.answer(replyTo, new Answers.NotGranted());
    }

    /** The run that decided on it, while it is active: another of the same key knows other events. */
    private static Optional<Run> runOf(Turn turn, Dispatch dispatch) {
        return turn.customer()
                .runs()
                .active(dispatch.intent().run())
                .filter(run -> run.started().at().equals(dispatch.runStarted()));
    }

    private static void composeAndClaim(Turn turn, Dispatch dispatch, Endpoint endpoint, Run run, ReplyTo replyTo) {
        switch (compose(turn, dispatch, endpoint, run)) {
            case Composition.NotComposed(var why) ->
                withhold(turn, dispatch, Reason.failed(Gate.CONTENT, why), replyTo);
            case Composition.Composed(var content, var _) -> {
                turn.add(new Effect.Put(
                        Messages.CONTENT, dispatch.id().text(), Content.Stored.CONTENTS.encode(content)));
                claim(turn, dispatch, endpoint, "composed", replyTo);
            }
        }
    }

    /** After its run it is sent as it was made then, and only where: its unsubscribe link names that address. */
    private static void claimAsComposed(Turn turn, Dispatch dispatch, List<Endpoint> endpoints, ReplyTo replyTo) {
        Optional<Endpoint> endpoint = dispatch.endpoint().filter(endpoints::contains);
        if (endpoint.isPresent()) {
            claim(turn, dispatch, endpoint.get(), "composed before", replyTo);
            return;
        }
        String why = "the address that it was made for is not theirs any more";
        withhold(turn, dispatch, Reason.failed(Gate.REACHABLE, why), replyTo);
    }

    private static void claim(Turn turn, Dispatch dispatch, Endpoint endpoint, String how, ReplyTo replyTo) {
        Dispatch claimed = dispatch.claimed(endpoint, turn.now().plus(LOOK_AGAIN), turn.now());
        Optional<Reason> doubt = doubt(turn, dispatch);
        if (doubt.isPresent()) { // an attempt, so that a person can ask for another
            settle(turn, dispatch, claimed.to(DispatchStatus.UNCERTAIN, turn.now()), doubt.get(), replyTo);
            return;
        }
        Messages.change(turn, dispatch, claimed, List.of(Reason.passed(Gate.CONTENT, how)));
        turn.tell(
                endpoint.address(),
                new EndpointMessage.Permit(
                        dispatch.id(),
                        claimed.attempts(),
                        turn.self(),
                        dispatch.purpose(),
                        dispatch.topic(),
                        dispatch.intent().text(),
                        replyTo));
    }

    private static Composition compose(Turn turn, Dispatch dispatch, Endpoint endpoint, Run run) {
        Optional<String> unsubscribeUrl = dispatch.topic()
                .map(topic -> turn.knowledge()
                        .addresses()
                        .unsubscribeUrl(new Addresses.Unsubscribe(turn.self(), endpoint, topic)));
        return new Composing(turn.root(), turn.knowledge(), turn.now())
                .compose(dispatch.message(), dispatch.channel(), run.events(), unsubscribeUrl);
    }

    private static void withhold(Turn turn, Dispatch dispatch, Reason reason, ReplyTo replyTo) {
        DispatchStatus status = reason.gate() == Gate.STILL_QUEUED ? DispatchStatus.LAPSED : DispatchStatus.WITHHELD;
        settle(turn, dispatch, dispatch.to(status, turn.now()), reason, replyTo);
    }

    private static void settle(Turn turn, Dispatch before, Dispatch after, Reason reason, ReplyTo replyTo) {
        Messages.change(turn, before, after, List.of(reason));
        Journeys.onSettled(turn, after.intent().run(), after.id());
        turn.answer(replyTo, new Answers.NotGranted());
    }
}
