package io.carillon.core.content.liquid;

/** Tags that write nothing and whose inside is not parsed. */
final class Ignored {
    private Ignored() {}

    /** {@code {% # ... %}}: each further line starts with a hash too. */
    static void checkComment(Token tag, BlockParser blocks) {
        boolean first = true;
        for (String line : tag.text().split("\n", -1)) {
            String start = line.strip();
            if (!first && !start.isEmpty() && !start.startsWith("#")) {
                throw blocks.error(
                        tag, "a line of an inline comment is " + Problem.show(start) + "; expected it to start with #");
            }
            first = false;
        }
    }

    /** Comments may hold comments, and anything that looks like a tag. */
    static void skipComment(Token tag, BlockParser blocks) {
        int depth = 1;
        while (depth > 0) {
            Token token = blocks.tokens().next();
            if (token.kind() == Token.Kind.END) {
                throw blocks.error(tag, "tag comment is never closed; expected {% endcomment %}");
            }
            if (token.kind() != Token.Kind.TAG) continue;
            if (token.name().equals("comment")) depth++;
            if (token.name().equals("endcomment")) depth--;
            if (token.name().equals("raw")) blocks.tokens().rawUntil("endraw", token);
        }
    }

    static void skipDoc(Token tag, BlockParser blocks) {
        blocks.markup(tag).expectEnd();
        blocks.tokens().rawUntil("enddoc", tag);
    }
}
