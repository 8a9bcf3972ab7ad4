package io.carillon.core.content.liquid;

/** Escaping for HTML, and taking HTML away; each in one pass. */
final class Html {
    private static final int ENTITY_CHARS_MAX = 32;

    private Html() {}

    static String escape(String text) {
        int first = firstSpecial(text, 0);
        if (first == text.length()) return text;
        var out = new StringBuilder(text.length() + 16);
        int from = 0;
        for (int i = first; i < text.length(); i = firstSpecial(text, i + 1)) {
            out.append(text, from, i).append(entity(text.charAt(i)));
            from = i + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Escapes what is not part of an entity already. */
    static String escapeOnce(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' && isEntity(text, i)) out.append(c);
            else if (isSpecial(c)) out.append(entity(c));
            else out.append(c);
        }
        return out.toString();
    }

    private static int firstSpecial(String text, int from) {
        int i = from;
        while (i < text.length() && !isSpecial(text.charAt(i))) i++;
        return i;
    }

    private static boolean isSpecial(char c) {
        return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "&#39;";
        };
    }

    /** Whether an entity starts here: an ampersand, a name or the number of a character, a semicolon. */
    private static boolean isEntity(String text, int ampersand) {
        int i = ampersand + 1;
        boolean numeric = i < text.length() && text.charAt(i) == '#';
        if (numeric) i++;
        if (numeric && i < text.length() && (text.charAt(i) == 'x' || text.charAt(i) == 'X')) i++;
        int start = i;
        int stop = Math.min(text.length(), start + ENTITY_CHARS_MAX);
        while (i < stop && isAlphanumeric(text.charAt(i))) i++;
        return i > start && i < text.length() && text.charAt(i) == ';';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Without scripts, styles and comments with all they hold, and without tags. */
    static String strip(String html) {
        return withoutTags(withoutBlocks(html));
    }

    private static String withoutBlocks(String html) {
        if (html.indexOf('<') < 0) return html;
        var out = new StringBuilder(html.length());
        int from = 0;
        // An end that was not found once is not there further on either: each is searched for in vain only once.
        boolean script = true;
        boolean style = true;
        boolean comment = true;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i)) {
            int end = -1;
            if (script && html.startsWith("<script", i)) {
                end = after(html, "</script>", i);
                script = end >= 0;
            } else if (style && html.startsWith("<style", i)) {
                end = after(html, "</style>", i);
                style = end >= 0;
            } else if (comment && html.startsWith("<!--", i)) {
                end = after(html, "-->", i + 4);
                comment = end >= 0;
            }
            if (end < 0) {
                i++;
                continue;
            }
            out.append(html, from, i);
            from = end;
            i = end;
        }
        return out.append(html, from, html.length()).toString();
    }

    private static int after(String html, String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.length();
    }

    private static String withoutTags(String html) {
        var out = new StringBuilder(html.length());
        int from = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', from)) {
            int end = html.indexOf('>', i);
            if (end < 0) break;
            out.append(html, from, i);
            from = end + 1;
        }
        return out.append(html, from, html.length()).toString();
    }

    static String newlineToBr(String text) {
        var out = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') continue;
            out.append(c == '\n' ? "<br />\n" : String.valueOf(c));
        }
        return out.toString();
    }
}
