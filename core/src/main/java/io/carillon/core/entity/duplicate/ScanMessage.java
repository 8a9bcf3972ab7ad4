package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;

/** What the record of searches is told. Each is answered {@link Answer}. */
public sealed interface ScanMessage extends Message {
    /** How it stands now. */
    record Answer(ScanState state) implements Reply {}

    /** A search begins. */
    record Begin(ReplyTo replyTo) implements ScanMessage {}

    /** It is at its end. */
    record End(long customers, long pairs, ReplyTo replyTo) implements ScanMessage {}

    record Show(ReplyTo replyTo) implements ScanMessage {}

    ReplyTo replyTo();

    /** Stored form. */
    enum Stored implements Codec<ScanMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int BEGIN = 1;
        private static final int END = 2;
        private static final int SHOW = 3;

        @Override
        public void write(ScanMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Begin _ -> out.u8(BEGIN);
                case End(var customers, var pairs, var _) -> {
                    out.u8(END);
                    out.number(customers);
                    out.number(pairs);
                }
                case Show _ -> out.u8(SHOW);
            }
            message.replyTo().write(out);
        }

        @Override
        public ScanMessage read(ByteReader in) {
            in.version("duplicate-scan message", VERSION);
            int form = in.u8();
            return switch (form) {
                case BEGIN -> new Begin(ReplyTo.read(in));
                case END -> new End(in.number(), in.number(), ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown duplicate-scan message " + form);
            };
        }
    }
}
