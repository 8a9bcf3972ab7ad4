package io.carillon.core.content.liquid;

/**
 * A piece of a template: text as it will be written, or the markup inside an output or a tag.
 *
 * @param offset where the piece starts in the source
 * @param name the tag's name; empty for the others
 * @param from where {@code text} starts in the source
 * @param text the text, or the markup after the tag's name
 */
record Token(Kind kind, int offset, String name, int from, String text) {
    enum Kind {
        TEXT,
        OUTPUT,
        TAG,
        END
    }

    static Token end(int offset) {
        return new Token(Kind.END, offset, "", offset, "");
    }
}
