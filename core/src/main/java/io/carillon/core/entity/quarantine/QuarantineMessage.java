package io.carillon.core.entity.quarantine;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.Optional;

/** What a call in quarantine is told. All but {@link Forget} are answered {@link Answer}. */
public sealed interface QuarantineMessage extends Message {
    /** The call as it is from now on; nothing when there is none. */
    record Answer(Optional<QuarantinedCall> call) implements Reply {}

    /** It came. What is kept under this id already stays as it is: it was sent twice. */
    record Keep(QuarantinedCall call, ReplyTo replyTo) implements QuarantineMessage {}

    /**
     * This is to be read in its place.
     *
     * @param text JSON of a call
     * @param name what it says happened
     * @param at when it happened
     */
    record Repair(String text, String name, Instant at, ReplyTo replyTo) implements QuarantineMessage {}

    /** This became of it. */
    record Settle(Status status, ReplyTo replyTo) implements QuarantineMessage {}

    /** It goes if it is older than such calls are kept. Answered {@code Answers.Forgotten}. */
    record Forget(ReplyTo replyTo) implements QuarantineMessage {}

    record Show(ReplyTo replyTo) implements QuarantineMessage {}

    /** Stored form. */
    enum Stored implements Codec<QuarantineMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int KEEP = 1;
        private static final int REPAIR = 2;
        private static final int SETTLE = 3;
        private static final int FORGET = 4;
        private static final int SHOW = 5;

        @Override
        public void write(QuarantineMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Keep(var call, var replyTo) -> {
                    out.u8(KEEP);
                    QuarantinedCall.Stored.CALLS.write(call, out);
                    replyTo.write(out);
                }
                case Repair(var text, var name, var at, var replyTo) -> {
                    out.u8(REPAIR);
                    out.text(text);
                    out.text(name);
                    out.instant(at);
                    replyTo.write(out);
                }
                case Settle(var status, var replyTo) -> {
                    out.u8(SETTLE);
                    out.constant(status);
                    replyTo.write(out);
                }
                case Forget(var replyTo) -> {
                    out.u8(FORGET);
                    replyTo.write(out);
                }
                case Show(var replyTo) -> {
                    out.u8(SHOW);
                    replyTo.write(out);
                }
            }
        }

        @Override
        public QuarantineMessage read(ByteReader in) {
            in.version("quarantine message", VERSION);
            int form = in.u8();
            return switch (form) {
                case KEEP -> new Keep(QuarantinedCall.Stored.CALLS.read(in), ReplyTo.read(in));
                case REPAIR -> new Repair(in.text(), in.text(), in.instant(), ReplyTo.read(in));
                case SETTLE -> new Settle(in.constant(Status.class), ReplyTo.read(in));
                case FORGET -> new Forget(ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown quarantine message " + form);
            };
        }
    }
}
