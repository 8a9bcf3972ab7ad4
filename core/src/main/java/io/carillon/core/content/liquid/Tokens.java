package io.carillon.core.content.liquid;

/** Pieces in order; after the last one, {@link Token.Kind#END} for ever. */
interface Tokens {
    Token next();

    /**
     * What stands before the end tag of that name, unparsed; reading goes on after it.
     *
     * @throws TemplateException when that end tag does not come
     */
    String rawUntil(String endTag, Token opening);

    /** Reads the tag whose markup stands between two chars of the source: a name, then the rest. */
    static Token tag(Source source, int offset, int from, int to) {
        String text = source.text();
        int start = from;
        while (start < to && isSpace(text.charAt(start))) start++;
        int end = start;
        if (end < to && text.charAt(end) == '#') end++;
        else while (end < to && isWord(text.charAt(end))) end++;
        if (end == start)
            throw source.error(offset, "a tag has no name; expected one such as {% if %} or {% assign %}");
        return new Token(Token.Kind.TAG, offset, text.substring(start, end), end, text.substring(end, to));
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
