package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;

/** What a pair is told. Each is answered {@link Answer}. */
public sealed interface DuplicateMessage extends Message {
    /** How it stands now. */
    record Answer(DuplicateState state) implements Reply {}

    /** It was found. One that is decided stays decided. */
    record Suggest(Suggestion suggestion, ReplyTo replyTo) implements DuplicateMessage {}

    /** It is not found any more. One that is decided stays decided. */
    record Withdraw(ReplyTo replyTo) implements DuplicateMessage {}

    /** Somebody decided. What is not open stays as it is. */
    record Decide(DuplicateStatus status, ReplyTo replyTo) implements DuplicateMessage {}

    record Show(ReplyTo replyTo) implements DuplicateMessage {}

    ReplyTo replyTo();

    /** Stored form. */
    enum Stored implements Codec<DuplicateMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int SUGGEST = 1;
        private static final int WITHDRAW = 2;
        private static final int DECIDE = 3;
        private static final int SHOW = 4;

        @Override
        public void write(DuplicateMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Suggest(var suggestion, var _) -> {
                    out.u8(SUGGEST);
                    suggestion.write(out);
                }
                case Withdraw _ -> out.u8(WITHDRAW);
                case Decide(var status, var _) -> {
                    out.u8(DECIDE);
                    out.constant(status);
                }
                case Show _ -> out.u8(SHOW);
            }
            message.replyTo().write(out);
        }

        @Override
        public DuplicateMessage read(ByteReader in) {
            in.version("duplicate message", VERSION);
            int form = in.u8();
            return switch (form) {
                case SUGGEST -> new Suggest(Suggestion.read(in), ReplyTo.read(in));
                case WITHDRAW -> new Withdraw(ReplyTo.read(in));
                case DECIDE -> new Decide(in.constant(DuplicateStatus.class), ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown duplicate message " + form);
            };
        }
    }
}
