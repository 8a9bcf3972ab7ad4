package io.carillon.core.entity.backfill;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.util.SortedMap;

/** What the record of the back-fill is told. Each is answered {@link Answer}. */
public sealed interface BackfillMessage extends Message {
    /** How far the back-fill is. */
    record Answer(BackfillState state) implements Reply {}

    /**
     * These definitions hold. Nothing changes when they are those it is at; it is at its beginning when they are others.
     *
     * @param customers how many there are
     */
    record Begin(String version, SortedMap<String, String> definitions, long customers, ReplyTo replyTo)
            implements BackfillMessage {}

    /** So far it is, if it is still about this version. */
    record Advance(String version, String cursor, long done, boolean finished, ReplyTo replyTo)
            implements BackfillMessage {}

    record Show(ReplyTo replyTo) implements BackfillMessage {}

    /** Stored form. */
    enum Stored implements Codec<BackfillMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int BEGIN = 1;
        private static final int ADVANCE = 2;
        private static final int SHOW = 3;

        @Override
        public void write(BackfillMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Begin(var version, var definitions, var customers, var replyTo) -> {
                    out.u8(BEGIN);
                    out.text(version);
                    BackfillState.Stored.writeDefinitions(definitions, out);
                    out.number(customers);
                    replyTo.write(out);
                }
                case Advance(var version, var cursor, var done, var finished, var replyTo) -> {
                    out.u8(ADVANCE);
                    out.text(version);
                    out.text(cursor);
                    out.number(done);
                    out.flag(finished);
                    replyTo.write(out);
                }
                case Show(var replyTo) -> {
                    out.u8(SHOW);
                    replyTo.write(out);
                }
            }
        }

        @Override
        public BackfillMessage read(ByteReader in) {
            in.version("back-fill message", VERSION);
            int form = in.u8();
            return switch (form) {
                case BEGIN ->
                    new Begin(in.text(), BackfillState.Stored.readDefinitions(in), in.number(), ReplyTo.read(in));
                case ADVANCE -> new Advance(in.text(), in.text(), in.number(), in.flag(), ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown back-fill message " + form);
            };
        }
    }
}
