package io.carillon.core.entity.audit;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.List;

/** What a source's audit is told. Each is answered {@link Answer}. */
public sealed interface AuditMessage extends Message {
    /** What is kept of the source from now on. */
    record Answer(String source, AuditState state) implements Reply {}

    /** This came, too. What comes after midnight and belongs before it counts to the new day. */
    record Add(SourceDay part, ReplyTo replyTo) implements AuditMessage {}

    /**
     * This is wrong now, and nothing else.
     *
     * @param at when that was judged
     * @param score from 0 to 100
     */
    record Judge(Instant at, int score, List<OpenFinding> findings, ReplyTo replyTo) implements AuditMessage {
        public Judge {
            findings = List.copyOf(findings);
        }
    }

    /** Those by these keys were told by mail. */
    record Told(List<String> keys, ReplyTo replyTo) implements AuditMessage {
        public Told {
            keys = List.copyOf(keys);
        }
    }

    record Show(ReplyTo replyTo) implements AuditMessage {}

    /** Stored form. */
    enum Stored implements Codec<AuditMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int ADD = 1;
        private static final int JUDGE = 2;
        private static final int TOLD = 3;
        private static final int SHOW = 4;

        @Override
        public void write(AuditMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Add(var part, var replyTo) -> {
                    out.u8(ADD);
                    SourceDay.Stored.DAYS.write(part, out);
                    replyTo.write(out);
                }
                case Judge(var at, var score, var findings, var replyTo) -> {
                    out.u8(JUDGE);
                    out.instant(at);
                    out.count(score);
                    out.list(findings, OpenFinding::write);
                    replyTo.write(out);
                }
                case Told(var keys, var replyTo) -> {
                    out.u8(TOLD);
                    out.list(keys, (key, to) -> to.text(key));
                    replyTo.write(out);
                }
                case Show(var replyTo) -> {
                    out.u8(SHOW);
                    replyTo.write(out);
                }
            }
        }

        @Override
        public AuditMessage read(ByteReader in) {
            in.version("audit message", VERSION);
            int form = in.u8();
            return switch (form) {
                case ADD -> new Add(SourceDay.Stored.DAYS.read(in), ReplyTo.read(in));
                case JUDGE -> new Judge(in.instant(), in.count(), in.list(OpenFinding::read), ReplyTo.read(in));
                case TOLD -> new Told(in.list(ByteReader::text), ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown audit message " + form);
            };
        }
    }
}
