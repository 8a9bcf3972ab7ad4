package io.carillon.core.content;

import java.util.LinkedHashMap;
import java.util.Map;

/** HTML's character references. Those that mails use by name, and all by number; others stay as they are written. */
final class Entities {
    private static final int CHARS_MAX = 12;
    private static final Map<String, String> BY_NAME = byName();

    private Entities() {}

    private static Map<String, String> byName() {
        Map<String, String> all = new LinkedHashMap<>();
        String[] pairs = {
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "copy", "\u00a9", "reg",
            "\u00ae", "trade", "\u2122", "euro", "\u20ac", "pound", "\u00a3", "yen", "\u00a5", "cent", "\u00a2", "sect",
            "\u00a7", "hellip", "\u2026", "ndash", "\u2013", "mdash", "\u2014", "lsquo", "\u2018", "rsquo", "\u2019",
            "sbquo", "\u201a", "ldquo", "\u201c", "rdquo", "\u201d", "bdquo", "\u201e", "laquo", "\u00ab", "raquo",
            "\u00bb", "lsaquo", "\u2039", "rsaquo", "\u203a", "bull", "\u2022", "middot", "\u00b7", "times", "\u00d7",
            "divide", "\u00f7", "deg", "\u00b0", "plusmn", "\u00b1", "frac12", "\u00bd", "frac14", "\u00bc", "larr",
            "\u2190", "rarr", "\u2192", "uarr", "\u2191", "darr", "\u2193", "check", "\u2713", "hearts", "\u2665",
            "starf", "\u2605", "star", "\u2606", "zwnj", "\u200c", "zwj", "\u200d", "shy", "\u00ad", "ensp", "\u2002",
            "emsp", "\u2003", "thinsp", "\u2009", "iexcl", "\u00a1", "iquest", "\u00bf", "auml", "\u00e4", "ouml",
            "\u00f6", "uuml", "\u00fc", "Auml", "\u00c4", "Ouml", "\u00d6", "Uuml", "\u00dc", "szlig", "\u00df",
            "eacute", "\u00e9", "egrave", "\u00e8", "ecirc", "\u00ea", "euml", "\u00eb", "agrave", "\u00e0", "aacute",
            "\u00e1", "acirc", "\u00e2", "atilde", "\u00e3", "aring", "\u00e5", "aelig", "\u00e6", "ccedil", "\u00e7",
            "igrave", "\u00ec", "iacute", "\u00ed", "icirc", "\u00ee", "iuml", "\u00ef", "ntilde", "\u00f1", "ograve",
            "\u00f2", "oacute", "\u00f3", "ocirc", "\u00f4", "otilde", "\u00f5", "oslash", "\u00f8", "ugrave", "\u00f9",
            "uacute", "\u00fa", "ucirc", "\u00fb", "Eacute", "\u00c9", "Aring", "\u00c5", "AElig", "\u00c6", "Oslash",
            "\u00d8", "Ccedil", "\u00c7", "Ntilde", "\u00d1", "oelig", "\u0153", "scaron", "\u0161", "zcaron", "\u017e",
            "Agrave", "\u00c0"
        };
        for (int i = 0; i < pairs.length; i += 2) all.put(pairs[i], pairs[i + 1]);
        return all;
    }

    static String decode(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) return text;
        var out = new StringBuilder(text.length());
        int from = 0;
        for (int i = ampersand; i >= 0; i = text.indexOf('&', Math.max(i + 1, from))) {
            int end = nameEnd(text, i + 1);
            String decoded = end < text.length() && text.charAt(end) == ';' ? decoded(text.substring(i + 1, end)) : "";
            if (decoded.isEmpty()) continue;
            out.append(text, from, i).append(decoded);
            from = end + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int nameEnd(String text, int start) {
        int i = start;
        int stop = Math.min(text.length(), start + CHARS_MAX);
        while (i < stop && (text.charAt(i) == '#' || Character.isLetterOrDigit(text.charAt(i)))) i++;
        return i;
    }

    /** Empty when it is no reference we know. */
    private static String decoded(String name) {
        if (!name.startsWith("#")) return BY_NAME.getOrDefault(name, "");
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int code = number(name, hex ? 2 : 1, hex ? 16 : 10);
        if (code < 0) return "";
        boolean character = Character.isValidCodePoint(code) && code >= ' ' && (code < 0xd800 || code > 0xdfff);
        return character || code == '\n' || code == '\t' ? Character.toString(code) : "\ufffd";
    }

    /** The number that follows; -1 when it is none. Bad ones may come by the thousand, so none costs an exception. */
    private static int number(String name, int from, int radix) {
        if (from == name.length()) return -1;
        long number = 0;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) return -1;
            number = number * radix + digit;
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
