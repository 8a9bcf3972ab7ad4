package io.carillon.core.entity.deliver;

import io.carillon.core.decision.Backoff;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.decision.Gate;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.CustomerMessage.Refuse;
import io.carillon.core.entity.person.CustomerMessage.Report;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.Purpose;
import io.carillon.core.message.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of a message that a worker had. */
public final class Outcomes {
    private Outcomes() {}

    /** The endpoint did not let it out. */
    public static void onRefuse(Turn turn, Refuse refuse) {
        note(turn, refuse);
        boolean mayFallBack = refuse.refusal() == CustomerMessage.Refusal.SUPPRESSED;
        boolean fellBack = mayFallBack && Journeys.fallBack(turn, refuse.dispatch());
        if (!fellBack) goOn(turn, refuse.dispatch());
        turn.answer(refuse.replyTo(), new Answers.NotGranted());
    }

    /** Total, so that the word of the endpoint holds even where what follows from it fails. */
    public static void note(Turn turn, Refuse refuse) {
        Optional<Dispatch> dispatch = claimed(turn, refuse.dispatch(), refuse.attempt());
        if (dispatch.isEmpty()) return;
        switch (refuse.refusal()) {
            case WITHHELD, SUPPRESSED ->
                settle(turn, dispatch.get(), DispatchStatus.WITHHELD, Reason.failed(Gate.ENDPOINT, refuse.detail()));
            case WORKER_GONE ->
                Messages.requeue(turn, dispatch.get(), dispatch.get().queued(turn.now(), turn.now()));
        }
    }

    public static void onReport(Turn turn, Report report) {
        note(turn, report);
        goOn(turn, report.dispatch());
        turn.answer(report.replyTo(), new Answers.Noted());
    }

    /** Total, so that what was sent counts as sent even where what follows from it fails. */
    public static void note(Turn turn, Report report) {
        claimed(turn, report.dispatch(), report.attempt())
                .ifPresent(dispatch -> apply(turn, dispatch, report.outcome()));
    }

    /** A run that stands at the message goes on, if that is settled. */
    public static void goOn(Turn turn, DispatchId id) {
        turn.customer()
                .dispatches()
                .get(id)
                .filter(dispatch -> dispatch.status().isFinal())
                .ifPresent(
                        dispatch -> Journeys.onSettled(turn, dispatch.intent().run(), id));
    }

    /** A person asks for it: also marketing of which nobody knows whether it left. */
    public static void onRetry(Turn turn, DispatchId id, ReplyTo replyTo) {
        Optional<Dispatch> dispatch = turn.customer().dispatches().get(id);
        if (dispatch.isEmpty()) {
            turn.answer(replyTo, new Answers.NotFound());
            return;
        }
        switch (dispatch.get().status()) {
            case DEAD, REJECTED, UNCERTAIN -> {
                Messages.change(
                        turn,
                        dispatch.get(),
                        dispatch.get().retried(turn.now().plus(expires(turn, dispatch.get())), turn.now()),
                        List.of(Reason.passed(Gate.STILL_QUEUED, "retried by hand")));
                turn.answer(replyTo, new Answers.Retried());
            }
            case QUEUED, CLAIMED, SENT, WITHHELD, LAPSED ->
                turn.answer(
                        replyTo,
                        new Answers.NotRetried(
                                "it is " + dispatch.get().status().word()));
        }
    }

    private static Duration expires(Turn turn, Dispatch dispatch) {
        return turn.knowledge()
                .message(dispatch.message())
                .map(MessageDefinition::expires)
                .orElse(MessageDefinition.EXPIRES);
    }

    private static void apply(Turn turn, Dispatch dispatch, SendOutcome outcome) {
        switch (outcome) {
            case SendOutcome.Accepted(var id) ->
                settle(turn, dispatch, DispatchStatus.SENT, Reason.passed(Gate.PROVIDER, "accepted as " + id));
            case SendOutcome.Rejected(var reason, var detail) ->
                settle(
                        turn,
                        dispatch,
                        DispatchStatus.REJECTED,
                        Reason.failed(Gate.PROVIDER, reason.name().toLowerCase(Locale.ROOT) + ": " + detail));
            case SendOutcome.NotSent(var detail, var retryAfter) -> tryAgain(turn, dispatch, detail, retryAfter);
            case SendOutcome.Uncertain(var detail) -> {
                if (dispatch.purpose() == Purpose.TRANSACTIONAL) tryAgain(turn, dispatch, detail, Duration.ZERO);
                else settle(turn, dispatch, DispatchStatus.UNCERTAIN, Reason.failed(Gate.PROVIDER, detail));
            }
        }
    }

    private static void tryAgain(Turn turn, Dispatch dispatch, String detail, Duration retryAfter) {
        Reason reason = Reason.failed(Gate.PROVIDER, detail);
        Optional<Duration> pause = Backoff.after(dispatch.attemptsCounted(), dispatch.id(), retryAfter);
        if (pause.isEmpty()) {
            settle(turn, dispatch, DispatchStatus.DEAD, reason);
            return;
        }
        Instant due = turn.now().plus(pause.get());
        Messages.change(turn, dispatch, dispatch.queued(due, turn.now()), List.of(reason));
    }

    private static void settle(Turn turn, Dispatch dispatch, DispatchStatus status, Reason reason) {
        Messages.change(turn, dispatch, dispatch.to(status, turn.now()), List.of(reason));
    }

    /** The dispatch, if this very attempt of it is under way; a late word about an earlier one changes nothing. */
    private static Optional<Dispatch> claimed(Turn turn, DispatchId id, int attempt) {
        return turn.customer()
                .dispatches()
                .get(id)
                .filter(dispatch -> dispatch.status() == DispatchStatus.CLAIMED && dispatch.attempts() == attempt);
    }
}
