package io.carillon.cleanse.number;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with numbers in it, brought to one alphabet: ASCII digits, one kind of space, no mark-up. */
public final class Plain {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,8});?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("rsquo", "’"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("minus", "−"),
            Map.entry("middot", "·"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("yen", "¥"),
            Map.entry("cent", "¢"),
            Map.entry("dollar", "$"),
            Map.entry("curren", "¤"),
            Map.entry("fnof", "ƒ"));

    private Plain() {}

    public static String of(String text) {
        String bare = text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
        if (bare.indexOf('&') >= 0) bare = ENTITY.matcher(bare).replaceAll(Plain::entity);
        var out = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> append(c, out));
        return SPACES.matcher(out).replaceAll(" ").strip();
    }

    private static String entity(java.util.regex.MatchResult match) {
        String name = match.group(1);
        if (name.charAt(0) != '#') {
            return Matcher.quoteReplacement(ENTITIES.getOrDefault(name, match.group()));
        }
        int point = name.charAt(1) == 'x'
                ? Integer.parseInt(name, 2, name.length(), 16)
                : Integer.parseInt(name, 1, name.length(), 10);
        return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : match.group());
    }

    private static void append(int c, StringBuilder out) {
        if (Character.isDigit(c)) {
            out.append((char) ('0' + Character.digit(c, 10)));
            return;
        }
        // Full-width forms of ASCII stand in the same order as ASCII.
        if (c >= 0xFF01 && c <= 0xFF5E) {
            out.append((char) (c - 0xFF01 + '!'));
            return;
        }
        if (Character.getType(c) == Character.FORMAT) return;
        switch (c) {
            case 0xFFE5 -> out.append('¥');
            case 0xFFE1 -> out.append('£');
            case 0xFFE0 -> out.append('¢');
            case 0xFFE6 -> out.append('₩');
            case '\u2212', '\uFE63', '\u2010', '\u2011' -> out.append('-');
            case '\u2012', '\u2013', '\u2014', '\u2015' -> out.append('–');
            case '\u066B' -> out.append('·'); // the Arabic decimal separator: never groups
            case '\u066C', '\u2019', '\u2018', '\u02BC', '`', '´' -> out.append('\'');
            case '\u066A' -> out.append('%');
            case '\u060C', '\u3001' -> out.append(',');
            default -> out.appendCodePoint(c);
        }
    }
}
