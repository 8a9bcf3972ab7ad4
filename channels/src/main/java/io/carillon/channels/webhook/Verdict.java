package io.carillon.channels.webhook;

import io.carillon.channels.webhook.CallResult.Answered;
import io.carillon.channels.webhook.CallResult.Forbidden;
import io.carillon.channels.webhook.CallResult.NotTold;
import io.carillon.channels.webhook.CallResult.Unanswered;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.message.SendOutcome.Uncertain;
import java.time.Duration;
import java.util.Set;

/**
 * What an answer means for the message. Nothing is held against the customer: it is the receiver that answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15</a>
 */
final class Verdict {
    /** The receiver or the way to it is disturbed. */
    static final Duration RETRY_SOON = Duration.ofSeconds(1);
    /** The receiver asked for patience, but did not say for how long. */
    static final Duration RETRY_LATER = Duration.ofSeconds(30);
    /** Somebody has to change a setting, here or there. */
    static final Duration RETRY_WHEN_SET_RIGHT = Duration.ofMinutes(1);

    private static final int GONE = 410;
    /** The receiver will say the same of this body for ever. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 415, 422);
    /** A go-between gave up on the receiver, who may have taken it. */
    private static final Set<Integer> UNKNOWN = Set.of(502, 504);

    private static final Set<Integer> PATIENCE = Set.of(408, 425, 429);

    private Verdict() {}

    static boolean isGone(CallResult result) {
        return result instanceof Answered(var answer) && answer.status() == GONE;
    }

    static SendOutcome of(CallResult result, DispatchId id) {
        return switch (result) {
            case NotTold(var detail) -> new NotSent(detail, RETRY_SOON);
            case Forbidden(var detail) -> new NotSent(detail, RETRY_WHEN_SET_RIGHT);
            case Unanswered(var detail) -> new Uncertain(detail);
            case Answered(var answer) -> of(answer, id);
        };
    }

    private static SendOutcome of(HttpAnswer answer, DispatchId id) {
        if (answer.isAccepted()) return new Accepted(id.text());
        String detail = "the receiver answered " + answer.words();
        if (answer.status() == GONE || REFUSED.contains(answer.status())) {
            return new Rejected(Rejection.BLOCKED, detail);
        }
        if (UNKNOWN.contains(answer.status())) return new Uncertain(detail);
        boolean isPatience = answer.status() >= 500 || PATIENCE.contains(answer.status());
        return new NotSent(detail, answer.retryAfter().orElse(isPatience ? RETRY_LATER : RETRY_WHEN_SET_RIGHT));
    }
}
