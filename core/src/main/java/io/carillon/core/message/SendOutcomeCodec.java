package io.carillon.core.message;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import io.carillon.core.message.SendOutcome.Uncertain;
import java.time.Duration;

/** Stored form of an outcome, inside messages. */
public enum SendOutcomeCodec implements Codec<SendOutcome> {
    OUTCOMES;

    private static final int ACCEPTED = 1;
    private static final int REJECTED = 2;
    private static final int NOT_SENT = 3;
    private static final int UNCERTAIN = 4;

    @Override
    public void write(SendOutcome outcome, ByteWriter out) {
        switch (outcome) {
            case Accepted(var id) -> {
                out.u8(ACCEPTED);
                out.text(id);
            }
            case Rejected(var reason, var detail) -> {
                out.u8(REJECTED);
                out.constant(reason);
                out.text(detail);
            }
            case NotSent(var detail, var retryAfter) -> {
                out.u8(NOT_SENT);
                out.text(detail);
                out.count(retryAfter.toMillis());
            }
            case Uncertain(var detail) -> {
                out.u8(UNCERTAIN);
                out.text(detail);
            }
        }
    }

    @Override
    public SendOutcome read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case ACCEPTED -> new Accepted(in.text());
            case REJECTED -> new Rejected(in.constant(Rejection.class), in.text());
            case NOT_SENT -> new NotSent(in.text(), Duration.ofMillis(in.count()));
            case UNCERTAIN -> new Uncertain(in.text());
            default -> throw new UnreadableException("unknown send outcome " + form);
        };
    }
}
