package io.carillon.core.content;

import io.carillon.core.value.LetterCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads HTML piece by piece: tags with their attributes, and decoded text between them. Each char is looked at once or twice. */
final class HtmlReader {
    private static final int ATTRIBUTES_MAX = 50;

    private final String html;
    private int at;
    private boolean tag;
    private boolean closing;
    private String text = "";
    private Map<String, String> attributes = Map.of();

    HtmlReader(String html) {
        this.html = html;
    }

    /** Goes to the next piece; false at the end. Comments, declarations and the inside of scripts and styles are no pieces. */
    boolean next() {
        while (at < html.length()) {
            if (html.charAt(at) != '<') return readText();
            if (html.startsWith("<!--", at)) skipPast("-->", at + 4);
            else if (html.startsWith("<!", at) || html.startsWith("<?", at)) skipPast(">", at + 2);
            else if (startsTag()) return readTag();
            else return readText();
        }
        return false;
    }

    boolean isTag() {
        return tag;
    }

    boolean isClosing() {
        return closing;
    }

    /** The tag's name in lower case, or the text. */
    String text() {
        return text;
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private boolean startsTag() {
        int i = at + 1;
        if (i < html.length() && html.charAt(i) == '/') i++;
        return i < html.length() && isLetter(html.charAt(i));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void skipPast(String mark, int from) {
        int found = html.indexOf(mark, from);
        at = found < 0 ? html.length() : found + mark.length();
    }

    private boolean readText() {
        int start = at++;
        while (at < html.length() && html.charAt(at) != '<') at++;
        tag = false;
        text = Entities.decode(html.substring(start, at));
        return true;
    }

    private boolean readTag() {
        at++;
        closing = html.charAt(at) == '/';
        if (closing) at++;
        int start = at;
        while (at < html.length() && isName(html.charAt(at))) at++;
        tag = true;
        text = LetterCase.lower(html.substring(start, at));
        attributes = readAttributes();
        if (!closing) skipRaw();
        return true;
    }

    private static boolean isName(char c) {
        return !isSpace(c) && c != '>' && c != '/';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private Map<String, String> readAttributes() {
        Map<String, String> read = new LinkedHashMap<>();
        while (at < html.length() && html.charAt(at) != '>') {
            char c = html.charAt(at);
            if (isSpace(c) || c == '/' || c == '=') {
                at++;
                continue;
            }
            int start = at;
            while (at < html.length() && isName(html.charAt(at)) && html.charAt(at) != '=') at++;
            String name = LetterCase.lower(html.substring(start, at));
            skipSpace();
            String value = "";
            if (at < html.length() && html.charAt(at) == '=') {
                at++;
                skipSpace();
                value = readValue();
            }
            if (read.size() < ATTRIBUTES_MAX) read.putIfAbsent(name, Entities.decode(value));
        }
        at = Math.min(html.length(), at + 1);
        return read;
    }

    private void skipSpace() {
        while (at < html.length() && isSpace(html.charAt(at))) at++;
    }

    private String readValue() {
        if (at >= html.length()) return "";
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int start = at + 1;
            int end = html.indexOf(quote, start);
            at = end < 0 ? html.length() : end + 1;
            return html.substring(start, end < 0 ? html.length() : end);
        }
        int start = at;
        while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') at++;
        return html.substring(start, at);
    }

    /** Inside these elements nothing is HTML but their own end. */
    private void skipRaw() {
        if (!text.equals("script") && !text.equals("style") && !text.equals("title") && !text.equals("textarea"))
            return;
        for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, text, 0, text.length())) {
                at = i;
                return;
            }
        }
        at = html.length();
    }
}
