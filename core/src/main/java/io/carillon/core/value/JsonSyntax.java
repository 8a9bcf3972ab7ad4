package io.carillon.core.value;

import java.util.Optional;

/**
 * Whether a text is JSON, and where not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonSyntax {
    public static final int DEPTH_MAX = 64;

    private final String text;
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
    }

    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /** The first fault, such as {@code line 2, column 9: expected a value, found ","}; empty if the text is one JSON value. */
    public static Optional<String> fault(String text) {
        var syntax = new JsonSyntax(text);
        try {
            syntax.value(0);
            if (syntax.at < text.length()) throw syntax.expected("the end");
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(syntax.place() + ": " + fault.getMessage());
        }
    }

    private void value(int depth) {
        if (depth > DEPTH_MAX) throw new Fault("more than " + DEPTH_MAX + " levels deep");
        space();
        switch (peek()) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> quoted();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        space();
    }

    private void fields(int depth) {
        at++;
        space();
        if (take('}')) return;
        do {
            space();
            if (peek() != '"') throw expected("a key in double quotes");
            quoted();
            space();
            if (!take(':')) throw expected("\":\"");
            value(depth + 1);
        } while (take(','));
        if (!take('}')) throw expected("\",\" or \"}\"");
    }

    private void items(int depth) {
        at++;
        space();
        if (take(']')) return;
        do value(depth + 1);
        while (take(','));
        if (!take(']')) throw expected("\",\" or \"]\"");
    }

    private void quoted() {
        at++;
        while (!take('"')) {
            char c = peek();
            if (c < ' ') throw expected(at < text.length() ? "no control character in a text" : "the end of a text");
            at++;
            if (c == '\\') escape();
        }
    }

    private void escape() {
        if (take('u')) {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0 || peek() > 'f') throw expected("a hex digit");
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(peek()) >= 0) {
            at++;
        } else {
            throw expected("an escape");
        }
    }

    private void number() {
        int start = at;
        take('-');
        if (at == start && !isDigit()) throw expected("a value");
        if (!take('0')) digits();
        if (take('.')) digits();
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            digits();
        }
    }

    private void digits() {
        if (!isDigit()) throw expected("a digit");
        while (isDigit()) at++;
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) throw expected("a value");
        at += word.length();
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private boolean take(char c) {
        if (peek() != c || at >= text.length()) return false;
        at++;
        return true;
    }

    /** NUL at the end, which no JSON has outside a text, and none inside one. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Fault expected(String what) {
        String found =
                at < text.length() ? "found \"" + Character.toString(text.codePointAt(at)) + "\"" : "found the end";
        return new Fault("expected " + what + ", " + found);
    }

    private String place() {
        String before = text.substring(0, at);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return "line " + (lines + 1) + ", column " + (at - before.lastIndexOf('\n'));
    }
}
