package io.carillon.core.content.liquid;

/** The tags of a {@code {% liquid %}} tag: one a line. */
final class LineTokens implements Tokens {
    private final Source source;
    private final int end;
    private int at;

    LineTokens(Source source, Token liquid) {
        this.source = source;
        this.at = liquid.from();
        this.end = liquid.from() + liquid.text().length();
    }

    @Override
    public Token next() {
        String text = source.text();
        while (at < end) {
            int start = at;
            int newline = text.indexOf('\n', at);
            int stop = newline < 0 || newline > end ? end : newline;
            at = Math.min(end, stop + 1);
            if (at <= start) at = end;
            while (start < stop && Tokens.isSpace(text.charAt(start))) start++;
            if (start < stop) return Tokens.tag(source, start, start, stop);
        }
        return Token.end(end);
    }

    @Override
    public String rawUntil(String endTag, Token opening) {
        throw source.error(opening.offset(), "tag " + opening.name() + " cannot stand inside {% liquid %}");
    }
}
