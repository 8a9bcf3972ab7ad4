package io.carillon.cleanse.name;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out what one cannot see and gives each mark its usual character. */
final class Tidy {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\u00AD]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");
    private static final Pattern EDGES = Pattern.compile("^[\\s,;:*/|_-]+|[\\s,;:*/|_-]+$");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})[’ʼ´`‘](?=\\p{L})");
    private static final Pattern COMMA = Pattern.compile(" ?[,，] ?");

    private Tidy() {}

    static String text(String input, List<String> changes) {
        if (isPlain(input)) return input;
        String composed = step(input, Normalizer.normalize(input, Normalizer.Form.NFC), "Unicode composed", changes);
        String apostrophes = step(composed, APOSTROPHE.matcher(composed).replaceAll("'"), "apostrophe", changes);
        String seen = step(
                apostrophes,
                LONE_SURROGATE
                        .matcher(UNSEEN.matcher(apostrophes).replaceAll(" "))
                        .replaceAll(" "),
                "unseen characters removed",
                changes);
        String spaced = BLANKS.matcher(seen)
                .replaceAll(" ")
                .transform(one -> COMMA.matcher(one).replaceAll(", "))
                .strip();
        step(seen, spaced, "spaces", changes);
        return step(spaced, EDGES.matcher(spaced).replaceAll(""), "marks at the edges removed", changes);
    }

    /** Most names are; it saves them every other look. */
    private static boolean isPlain(String input) {
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inside = i > 0 && i < input.length() - 1;
            boolean blankBetween = c == ' ' && inside && input.charAt(i - 1) != ' ' && input.charAt(i + 1) != ' ';
            if (!letter && !blankBetween && !(c == '.' && i > 0)) return false;
        }
        return true;
    }

    private static String step(String before, String after, String change, List<String> changes) {
        if (!before.equals(after)) changes.add(change);
        return after;
    }
}
