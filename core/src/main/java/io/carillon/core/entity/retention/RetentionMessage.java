package io.carillon.core.entity.retention;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;

/** What the record of what went is told. Each is answered {@link Answer}. */
public sealed interface RetentionMessage extends Message {
    /** What went so far. */
    record Answer(RetentionState state) implements Reply {}

    /** A round begins by the limits of now, if none is under way. */
    record Begin(ReplyTo replyTo) implements RetentionMessage {}

    /**
     * So far it is.
     *
     * @param removed rows of the stage since the last such message
     */
    record Advance(RetentionList stage, String cursor, long removed, ReplyTo replyTo) implements RetentionMessage {}

    /** The round is at its end. */
    record End(ReplyTo replyTo) implements RetentionMessage {}

    record Show(ReplyTo replyTo) implements RetentionMessage {}

    ReplyTo replyTo();

    /** Stored form. */
    enum Stored implements Codec<RetentionMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int BEGIN = 1;
        private static final int ADVANCE = 2;
        private static final int END = 3;
        private static final int SHOW = 4;

        @Override
        public void write(RetentionMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Begin _ -> out.u8(BEGIN);
                case Advance(var stage, var cursor, var removed, var _) -> {
                    out.u8(ADVANCE);
                    out.constant(stage);
                    out.text(cursor);
                    out.number(removed);
                }
                case End _ -> out.u8(END);
                case Show _ -> out.u8(SHOW);
            }
            message.replyTo().write(out);
        }

        @Override
        public RetentionMessage read(ByteReader in) {
            in.version("retention message", VERSION);
            int form = in.u8();
            return switch (form) {
                case BEGIN -> new Begin(ReplyTo.read(in));
                case ADVANCE -> new Advance(in.constant(RetentionList.class), in.text(), in.number(), ReplyTo.read(in));
                case END -> new End(ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown retention message " + form);
            };
        }
    }
}
