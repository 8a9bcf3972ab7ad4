package io.carillon.core.content;

/** Text with collapsed white space and at most one empty line in a row; grows up to a bound. */
final class TextLines {
    private final StringBuilder out = new StringBuilder();
    private final int charsMax;
    private int breaks;
    private boolean space;

    TextLines(int charsMax) {
        this.charsMax = charsMax;
    }

    boolean isFull() {
        return out.length() >= charsMax;
    }

    int length() {
        return out.length();
    }

    /** What was written since a length was taken, without what surrounds it. */
    String since(int length) {
        return out.substring(Math.min(length, out.length())).strip();
    }

    /** The next text starts at least so many lines further down; several wishes do not add up. */
    void breakLines(int lines) {
        breaks = Math.max(breaks, lines);
        space = false;
    }

    /** One line further down, however often it is said, up to an empty line. */
    void addBreak() {
        breaks = Math.min(2, breaks + 1);
        space = false;
    }

    /** Flowing text: white space of any kind and length is one space, none at a line's start or end. */
    void flow(String text) {
        for (int i = 0; i < text.length() && !isFull(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) space = true;
            else put(c);
        }
    }

    /** Text as it is, line breaks included. */
    void verbatim(String text) {
        for (int i = 0; i < text.length() && !isFull(); i++) {
            char c = text.charAt(i);
            if (c == '\n') breaks = Math.min(2, breaks + 1);
            else if (c != '\r') {
                startLine();
                out.append(c);
            }
        }
    }

    private void put(char c) {
        if (c == '\u200b' || c == '\u200c' || c == '\u00ad' || c == '\u034f' || c == '\ufeff')
            return; // fillers of preview texts
        startLine();
        if (space && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') out.append(' ');
        space = false;
        out.append(c == '\u00a0' ? ' ' : c);
    }

    private void startLine() {
        if (breaks == 0) return;
        if (!out.isEmpty()) {
            while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
            // A line of nothing but blanks is gone now: its own breaks count.
            int there = 0;
            while (there < breaks && endsInBreak(there)) there++;
            if (!out.isEmpty()) out.repeat('\n', breaks - there);
        }
        breaks = 0;
    }

    private boolean endsInBreak(int back) {
        return back < out.length() && out.charAt(out.length() - 1 - back) == '\n';
    }

    String text() {
        String text = out.length() > charsMax ? out.substring(0, charsMax) : out.toString();
        return text.strip();
    }
}
