package io.carillon.core.entity.webhook;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Message;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;

/** What a webhook is told. Each is answered {@link Answers.Noted} if nothing else is said. */
public sealed interface WebhookMessage extends Message {
    ReplyTo replyTo();

    /** The receiver took it. */
    record Delivered(WebhookCall call, ReplyTo replyTo) implements WebhookMessage {}

    /** An attempt came to nothing; another one may be made, no sooner than {@code retryAfter}. */
    record Failed(WebhookCall call, String detail, Duration retryAfter, ReplyTo replyTo) implements WebhookMessage {}

    /** The receiver says that it is gone: it is called no more until somebody says so. */
    record Gone(WebhookCall call, String detail, ReplyTo replyTo) implements WebhookMessage {}

    /** A person asks for a dead call once more. */
    record Redrive(WebhookCall call, ReplyTo replyTo) implements WebhookMessage {}

    /** A person says that the receiver is there again. */
    record Enable(ReplyTo replyTo) implements WebhookMessage {}

    /** Nobody is to be told of it any more; says why. Answered {@link Answers.Forgotten}. */
    record Forget(WebhookCall call, String why, ReplyTo replyTo) implements WebhookMessage {}

    /** Changes nothing. */
    record Look(ReplyTo replyTo) implements WebhookMessage {}

    /** Stored form. */
    enum Stored implements Codec<WebhookMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int DELIVERED = 1;
        private static final int FAILED = 2;
        private static final int GONE = 3;
        private static final int REDRIVE = 4;
        private static final int ENABLE = 5;
        private static final int LOOK = 6;
        private static final int FORGET = 7;

        @Override
        public void write(WebhookMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Delivered(var call, var _) -> {
                    out.u8(DELIVERED);
                    WebhookCall.Stored.CALLS.write(call, out);
                }
                case Failed(var call, var detail, var retryAfter, var _) -> {
                    out.u8(FAILED);
                    WebhookCall.Stored.CALLS.write(call, out);
                    out.text(detail);
                    out.count(retryAfter.toMillis());
                }
                case Gone(var call, var detail, var _) -> {
                    out.u8(GONE);
                    WebhookCall.Stored.CALLS.write(call, out);
                    out.text(detail);
                }
                case Redrive(var call, var _) -> {
                    out.u8(REDRIVE);
                    WebhookCall.Stored.CALLS.write(call, out);
                }
                case Forget(var call, var why, var _) -> {
                    out.u8(FORGET);
                    WebhookCall.Stored.CALLS.write(call, out);
                    out.text(why);
                }
                case Enable _ -> out.u8(ENABLE);
                case Look _ -> out.u8(LOOK);
            }
            message.replyTo().write(out);
        }

        @Override
        public WebhookMessage read(ByteReader in) {
            in.version("webhook message", VERSION);
            int form = in.u8();
            return switch (form) {
                case DELIVERED -> new Delivered(WebhookCall.Stored.CALLS.read(in), ReplyTo.read(in));
                case FAILED ->
                    new Failed(
                            WebhookCall.Stored.CALLS.read(in),
                            in.text(),
                            Duration.ofMillis(in.count()),
                            ReplyTo.read(in));
                case GONE -> new Gone(WebhookCall.Stored.CALLS.read(in), in.text(), ReplyTo.read(in));
                case REDRIVE -> new Redrive(WebhookCall.Stored.CALLS.read(in), ReplyTo.read(in));
                case FORGET -> new Forget(WebhookCall.Stored.CALLS.read(in), in.text(), ReplyTo.read(in));
                case ENABLE -> new Enable(ReplyTo.read(in));
                case LOOK -> new Look(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown webhook message " + form);
            };
        }
    }
}
