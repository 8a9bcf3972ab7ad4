package io.carillon.core.message;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import java.util.Optional;

/** What exactly one person sees: the rendered message of a dispatch. */
public sealed interface Content {

    /**
     * An e-mail.
     *
     * @param unsubscribeUrl one-click address (RFC 8058); there when the purpose is marketing
     */
    record Email(String subject, String html, String text, Optional<String> unsubscribeUrl) implements Content {}

    /** Plain text, for channels that carry nothing else. */
    record Plain(String body) implements Content {}

    /** A text with a line above it, for what pops up on a screen. */
    record Titled(String title, String body) implements Content {}

    /** Stored form of content. */
    enum Stored implements Codec<Content> {
        CONTENTS;

        private static final int VERSION = 1;
        private static final int EMAIL = 1;
        private static final int PLAIN = 2;
        private static final int TITLED = 3;

        @Override
        public void write(Content content, ByteWriter out) {
            out.u8(VERSION);
            switch (content) {
                case Email(var subject, var html, var text, var unsubscribeUrl) -> {
                    out.u8(EMAIL);
                    out.text(subject);
                    out.text(html);
                    out.text(text);
                    out.optional(unsubscribeUrl, (url, to) -> to.text(url));
                }
                case Plain(var body) -> {
                    out.u8(PLAIN);
                    out.text(body);
                }
                case Titled(var title, var body) -> {
                    out.u8(TITLED);
                    out.text(title);
                    out.text(body);
                }
            }
        }

        @Override
        public Content read(ByteReader in) {
            in.version("content", VERSION);
            int form = in.u8();
            return switch (form) {
                case EMAIL -> new Email(in.text(), in.text(), in.text(), in.optional(ByteReader::text));
                case PLAIN -> new Plain(in.text());
                case TITLED -> new Titled(in.text(), in.text());
                default -> throw new UnreadableException("unknown content form " + form);
            };
        }
    }
}
