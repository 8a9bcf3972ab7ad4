package io.carillon.core.content.liquid;

/** Cuts a source into text, outputs and tags, and takes away the white space that {@code {%-} and {@code -%}} ask to lose. */
final class Tokenizer implements Tokens {
    private final Source source;
    private final String text;
    private int at;
    private boolean trimNext;

    Tokenizer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    @Override
    public Token next() {
        while (at < text.length()) {
            if (isMarkup(at)) return text.charAt(at + 1) == '%' ? readTag() : readOutput();
            int start = at;
            int end = start;
            while (end < text.length() && !isMarkup(end)) end++;
            at = end;
            String plain = trimmed(start, end, end + 2 < text.length() && text.charAt(end + 2) == '-');
            if (!plain.isEmpty()) return new Token(Token.Kind.TEXT, start, "", start, plain);
        }
        return Token.end(text.length());
    }

    private boolean isMarkup(int i) {
        return text.charAt(i) == '{'
                && i + 1 < text.length()
                && (text.charAt(i + 1) == '%' || text.charAt(i + 1) == '{');
    }

    private String trimmed(int start, int end, boolean trimEnd) {
        int from = start;
        int to = end;
        if (trimNext) while (from < to && Tokens.isSpace(text.charAt(from))) from++;
        if (trimEnd) while (to > from && Tokens.isSpace(text.charAt(to - 1))) to--;
        trimNext = false;
        return text.substring(from, to);
    }

    private Token readTag() {
        int start = at;
        int end = closing("%}", "tag");
        return Tokens.tag(source, start, markupFrom(start), markupTo(start, end));
    }

    private Token readOutput() {
        int start = at;
        int end = closing("}}", "output");
        int from = markupFrom(start);
        return new Token(Token.Kind.OUTPUT, start, "", from, text.substring(from, markupTo(start, end)));
    }

    private int closing(String mark, String what) {
        int end = text.indexOf(mark, at + 2);
        if (end < 0) throw source.error(at, what + " is not closed; expected " + mark);
        at = end + 2;
        return end;
    }

    private int markupFrom(int start) {
        return text.charAt(start + 2) == '-' ? start + 3 : start + 2;
    }

    private int markupTo(int start, int end) {
        trimNext = text.charAt(end - 1) == '-';
        int from = markupFrom(start);
        return Math.max(from, trimNext ? end - 1 : end);
    }

    @Override
    public String rawUntil(String endTag, Token opening) {
        int start = at;
        for (int i = text.indexOf("{%", at); i >= 0; i = text.indexOf("{%", i + 2)) {
            int afterName = skip(i + 2, endTag);
            if (afterName < 0) continue;
            boolean trimBefore = text.charAt(i + 2) == '-';
            String raw = trimmed(start, i, trimBefore);
            trimNext = text.charAt(afterName - 3) == '-';
            at = afterName;
            return raw;
        }
        throw source.error(
                opening.offset(), "tag " + opening.name() + " is never closed; expected {% " + endTag + " %}");
    }

    /** The char after {@code -? name -? %}} when that stands here, else -1. */
    private int skip(int from, String name) {
        int i = from;
        if (i < text.length() && text.charAt(i) == '-') i++;
        i = skipSpace(i);
        if (!text.startsWith(name, i)) return -1;
        i = skipSpace(i + name.length());
        if (i < text.length() && text.charAt(i) == '-') i++;
        return text.startsWith("%}", i) ? i + 2 : -1;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Tokens.isSpace(text.charAt(i))) i++;
        return i;
    }
}
