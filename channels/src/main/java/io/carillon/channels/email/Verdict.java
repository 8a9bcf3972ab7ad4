package io.carillon.channels.email;

import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.message.SendOutcome.Uncertain;
import io.carillon.core.value.LetterCase;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * What a failed dialogue means for the message.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463, enhanced status codes</a>
 */
final class Verdict {
    /** The server or the way to it is disturbed. */
    static final Duration RETRY_SOON = Duration.ofSeconds(1);
    /** The server asked for patience: greylisting, a full mailbox, too many mails. */
    static final Duration RETRY_LATER = Duration.ofSeconds(30);
    /** Somebody has to change a setting, here or there. */
    static final Duration RETRY_WHEN_SET_RIGHT = Duration.ofMinutes(1);

    /** Must log in, or protect the connection, first: says nothing of the message. */
    private static final Set<Integer> SETTINGS = Set.of(530, 534, 535, 538);
    /** Bad mailbox, bad system, bad syntax, moved, no mail exchanger; disabled. */
    private static final Set<String> NO_SUCH_ENDPOINT =
            Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);
    private static final Set<Integer> REFUSED = Set.of(550, 553, 554);

    private Verdict() {}

    /** @param stage where the dialogue stood when it broke */
    static SendOutcome of(IOException failure, Stage stage) {
        if (failure instanceof RefusedException refused) return of(refused.stage(), refused.reply());
        if (stage == Stage.END) return new Uncertain("no reply to the mail's end: " + reason(failure));
        return new NotSent(stage.words() + ": " + reason(failure), RETRY_SOON);
    }

    static SendOutcome of(Stage stage, SmtpReply reply) {
        String detail = stage.words() + ": " + reply;
        if (reply.code() == 421) return new NotSent(detail, RETRY_SOON);
        if (SETTINGS.contains(reply.code())) return new NotSent(detail, RETRY_WHEN_SET_RIGHT);
        // A session that does not come about has not been asked about the message yet.
        if (stage.isSession()) return new NotSent(detail, reply.isPermanent() ? RETRY_WHEN_SET_RIGHT : RETRY_LATER);
        if (reply.isPermanent()) return new Rejected(rejection(stage, reply), detail);
        return new NotSent(detail, RETRY_LATER);
    }

    private static Rejection rejection(Stage stage, SmtpReply reply) {
        String enhanced = reply.enhanced().orElse("");
        if (enhanced.startsWith("5.7.") || enhanced.equals("5.1.7") || enhanced.equals("5.1.8"))
            return Rejection.BLOCKED;
        boolean ofRecipient = stage == Stage.RECIPIENT || stage == Stage.END;
        if (ofRecipient && NO_SUCH_ENDPOINT.contains(enhanced)) return Rejection.INVALID_ENDPOINT;
        if (!enhanced.isEmpty() && !enhanced.equals("5.0.0")) {
            return stage == Stage.RECIPIENT && enhanced.startsWith("5.1.")
                    ? Rejection.INVALID_ENDPOINT
                    : Rejection.OTHER;
        }
        if (stage == Stage.RECIPIENT && NO_SUCH_MAILBOX.contains(reply.code()) && !isRelayRefusal(reply)) {
            return Rejection.INVALID_ENDPOINT;
        }
        return REFUSED.contains(reply.code()) ? Rejection.BLOCKED : Rejection.OTHER;
    }

    /** Exim's way to say that it does not carry our mails at all: held against an endpoint it would bounce everybody. */
    private static boolean isRelayRefusal(SmtpReply reply) {
        return LetterCase.lower(reply.text()).contains("relay");
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : HeaderText.oneLine(message);
    }
}
