package io.carillon.core.entity.quality;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;

/** What a source's quality record is told. */
public sealed interface QualityMessage extends Message {
    /** Counts and examples of unusable input of one source. */
    record Answer(String source, QualityState state) implements Reply {}

    /**
     * Something from this source was not usable, or only in part. Answered {@link Answers.Noted}.
     *
     * @param reason a stable code, such as {@code missing_identifier}
     * @param example what it looked like, cut short
     * @param count how often, at least 1
     */
    record Note(String reason, String example, int count, ReplyTo replyTo) implements QualityMessage {}

    /** Findings that are older than they are kept are to go. Answered {@link Answers.Forgotten}. */
    record Forget(ReplyTo replyTo) implements QualityMessage {}

    /** Answered {@link Answer}. */
    record Show(ReplyTo replyTo) implements QualityMessage {}

    /** Stored form. */
    enum Stored implements Codec<QualityMessage> {
        MESSAGES;

        private static final int VERSION = 1;
        private static final int NOTE = 1;
        private static final int SHOW = 2;
        private static final int FORGET = 3;

        @Override
        public void write(QualityMessage message, ByteWriter out) {
            out.u8(VERSION);
            switch (message) {
                case Note(var reason, var example, var count, var replyTo) -> {
                    out.u8(NOTE);
                    out.text(reason);
                    out.text(example);
                    out.count(count);
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
        public QualityMessage read(ByteReader in) {
            in.version("quality message", VERSION);
            int form = in.u8();
            return switch (form) {
                case NOTE -> new Note(in.text(), in.text(), in.count(), ReplyTo.read(in));
                case FORGET -> new Forget(ReplyTo.read(in));
                case SHOW -> new Show(ReplyTo.read(in));
                default -> throw new UnreadableException("unknown quality message " + form);
            };
        }
    }
}
