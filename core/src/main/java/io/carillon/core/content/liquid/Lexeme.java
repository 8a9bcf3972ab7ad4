package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/** A word of markup: a name, a number, a quoted text or a sign such as {@code |} or {@code ==}. */
record Lexeme(Kind kind, String text, int offset) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final List<String> SIGNS =
            List.of("==", "!=", "<>", "<=", ">=", "..", "<", ">", "|", ".", ":", ",", "[", "]", "(", ")", "=");

    /** All words of the markup at an offset of a source; the last is {@link Kind#END}. */
    static List<Lexeme> read(Source source, int from, String markup) {
        List<Lexeme> words = new ArrayList<>();
        int i = 0;
        while (i < markup.length()) {
            char c = markup.charAt(i);
            if (Tokens.isSpace(c)) {
                i++;
                continue;
            }
            Lexeme word = one(source, from, markup, i);
            words.add(word);
            i = word.offset() - from + word.length();
        }
        words.add(new Lexeme(Kind.END, "", from + markup.length()));
        return words;
    }

    private int length() {
        return kind == Kind.TEXT ? text.length() + 2 : text.length();
    }

    private static Lexeme one(Source source, int from, String markup, int i) {
        char c = markup.charAt(i);
        if (c == '"' || c == '\'') {
            int close = markup.indexOf(c, i + 1);
            if (close < 0) throw source.error(from + i, "text is not closed; expected " + c);
            return new Lexeme(Kind.TEXT, markup.substring(i + 1, close), from + i);
        }
        if (isDigit(c) || (c == '-' && i + 1 < markup.length() && isDigit(markup.charAt(i + 1)))) {
            return new Lexeme(Kind.NUMBER, markup.substring(i, numberEnd(markup, i)), from + i);
        }
        if (c == '_' || Character.isLetter(c)) {
            return new Lexeme(Kind.NAME, markup.substring(i, nameEnd(markup, i)), from + i);
        }
        for (String sign : SIGNS) {
            if (markup.startsWith(sign, i)) return new Lexeme(Kind.SIGN, sign, from + i);
        }
        throw source.error(from + i, "unexpected character " + Problem.show(String.valueOf(c)));
    }

    private static int numberEnd(String markup, int start) {
        int i = start + 1;
        while (i < markup.length() && isDigit(markup.charAt(i))) i++;
        if (i + 1 < markup.length() && markup.charAt(i) == '.' && isDigit(markup.charAt(i + 1))) {
            i++;
            while (i < markup.length() && isDigit(markup.charAt(i))) i++;
        }
        return i;
    }

    private static int nameEnd(String markup, int start) {
        int i = start;
        while (i < markup.length()) {
            char c = markup.charAt(i);
            if (c != '_' && c != '-' && !Character.isLetterOrDigit(c)) break;
            i++;
        }
        return i < markup.length() && markup.charAt(i) == '?' ? i + 1 : i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** How an error message calls it. */
    String shown() {
        return kind == Kind.END ? "the end" : Problem.show(text);
    }
}
