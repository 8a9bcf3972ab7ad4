package io.carillon.cleanse.email;

import io.carillon.cleanse.text.Tidy;
import java.util.function.IntPredicate;

/**
 * Reads an addr-spec of RFC 5322 with all its obsolete forms, comments and folded white space, and the letters beyond
 * ASCII of RFC 6532. Of one text; not to be used twice.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1">RFC 5322, 3.4.1 and 4.4</a>
 */
final class AddressGrammar {
    private static final int COMMENT_DEPTH_MAX = 50;
    private static final String SPECIALS = "()<>[]:;@\\,.\"";

    /**
     * What was read.
     *
     * @param local without quotes, quoting backslashes, comments and folding
     * @param quotable whether there is something in it that only stands within quotes
     * @param domain without comments; a literal with its brackets
     * @param plain whether it was written as it is meant: no comments, no needless quotes, no obsolete form
     */
    record Spec(String local, boolean quotable, String domain, boolean plain) {
        boolean isLiteral() {
            return domain.startsWith("[");
        }
    }

    /** Thrown and caught in here: what was expected where. */
    private static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message, null, false, false);
        }
    }

    /** What came of reading. */
    sealed interface Outcome {
        record Read(Spec spec) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    private final String text;
    private int at;
    private boolean plain = true;
    private boolean quotable;

    private AddressGrammar(String text) {
        this.text = text;
    }

    static Outcome read(String text) {
        try {
            return new Outcome.Read(new AddressGrammar(text).spec());
        } catch (Unexpected e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** By RFC 5322 alone, which knows nothing beyond ASCII. */
    static boolean isRfc5322(String text) {
        return Tidy.isAscii(text) && read(text) instanceof Outcome.Read;
    }

    private Spec spec() throws Unexpected {
        String local = local();
        if (at >= text.length() || text.charAt(at) != '@') throw unexpected("\"@\"");
        at++;
        skip();
        String domain = at < text.length() && text.charAt(at) == '[' ? literal() : domain();
        skip();
        if (at < text.length()) throw unexpected("the end");
        return new Spec(local, quotable, domain, plain);
    }

    private String local() throws Unexpected {
        var local = new StringBuilder();
        do {
            skip();
            if (at < text.length() && text.charAt(at) == '"') {
                quoted(local);
            } else {
                local.append(atom("the part before the @"));
            }
            skip();
        } while (dot(local));
        return local.toString();
    }

    private String domain() throws Unexpected {
        var domain = new StringBuilder();
        do {
            skip();
            String label = atom("a domain");
            if (label.startsWith("-") || label.endsWith("-"))
                throw new Unexpected("a label of the domain ends in a hyphen");
            domain.append(label);
            skip();
        } while (dot(domain));
        return domain.toString();
    }

    private boolean dot(StringBuilder out) {
        if (at >= text.length() || text.charAt(at) != '.') return false;
        at++;
        out.append('.');
        return true;
    }

    private String atom(String what) throws Unexpected {
        int start = at;
        while (at < text.length() && isAtext(text.charAt(at))) at++;
        if (at == start) throw unexpected(what);
        return text.substring(start, at);
    }

    static boolean isAtext(int c) {
        return c > ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && SPECIALS.indexOf(c) < 0 && !isLone(c);
    }

    /** White space that is no ASCII is none to this grammar, and it is no letter either. */
    private static boolean isLone(int c) {
        return c >= 0x80 && (Character.isSpaceChar(c) || c == 0xFFFD);
    }

    private void quoted(StringBuilder local) throws Unexpected {
        int start = local.length();
        at++;
        delimited('"', c -> c != 0 && c != '\n', local, 1);
        String content = local.substring(start);
        if (!isDotless(content)) quotable = true;
        else plain = false;
    }

    /** Words with dots between them need quotes when the dots stand where none may. */
    private static boolean isDotless(String content) {
        return !content.isEmpty()
                && content.charAt(0) != '.'
                && content.charAt(content.length() - 1) != '.'
                && !content.contains("..")
                && content.chars().allMatch(c -> c == '.' || isAtext(c));
    }

    private String literal() throws Unexpected {
        var literal = new StringBuilder("[");
        at++;
        delimited(']', c -> c != 0 && c != '[' && c < 0x80, literal, 1);
        return literal.append(']').toString();
    }

    /** Up to the closing character, which is passed; folding is left out, quoted pairs without their backslash. */
    private void delimited(char close, IntPredicate content, StringBuilder out, int depth) throws Unexpected {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == close) {
                at++;
                return;
            }
            if (c == '\\') {
                at++;
                if (at >= text.length()) throw new Unexpected("nothing follows the last backslash");
                out.append(text.charAt(at++));
            } else if (c == '\r') {
                fold();
                plain = false;
            } else if (close == ')' && c == '(') {
                if (depth >= COMMENT_DEPTH_MAX) throw new Unexpected("comments within comments, too deep");
                at++;
                delimited(close, content, out, depth + 1);
            } else if (content.test(c)) {
                out.append(c);
                at++;
            } else {
                throw unexpected("a character that may stand here");
            }
        }
        throw new Unexpected("\"" + close + "\" is missing");
    }

    /** Comments and white space, which mean nothing. */
    private void skip() throws Unexpected {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '\r') {
                fold();
            } else if (c == '(') {
                at++;
                delimited(')', content -> content != 0 && content != '\n', new StringBuilder(), 1);
            } else {
                return;
            }
            plain = false;
        }
    }

    /** A line break is one only before a space. */
    private void fold() throws Unexpected {
        boolean folds = at + 2 < text.length()
                && text.charAt(at + 1) == '\n'
                && (text.charAt(at + 2) == ' ' || text.charAt(at + 2) == '\t');
        if (!folds) throw new Unexpected("a line break without a space behind it");
        at += 2;
    }

    private Unexpected unexpected(String expected) {
        if (at >= text.length()) return new Unexpected("expected " + expected + " at the end");
        return new Unexpected(
                "expected " + expected + " where \"" + Character.toString(text.codePointAt(at)) + "\" stands");
    }
}
