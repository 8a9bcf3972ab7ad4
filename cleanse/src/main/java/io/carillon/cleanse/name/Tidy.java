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

    private Tidy() {}

    static String text(String input, List<String> changes) {
        String composed = step(input, Normalizer.normalize(input, Normalizer.Form.NFC), "Unicode composed", changes);
        String apostrophes =
                step(composed, composed.replaceAll("(?<=\\p{L})[’ʼ´`‘](?=\\p{L})", "'"), "apostrophe", changes);
        String seen = step(
                apostrophes,
                LONE_SURROGATE
                        .matcher(UNSEEN.matcher(apostrophes).replaceAll(" "))
                        .replaceAll(" "),
                "unseen characters removed",
                changes);
        String spaced = BLANKS.matcher(seen)
                .replaceAll(" ")
                .replaceAll(" ?([,，]) ?", ", ")
                .strip();
        step(seen, spaced, "spaces", changes);
        return step(spaced, EDGES.matcher(spaced).replaceAll(""), "marks at the edges removed", changes);
    }

    private static String step(String before, String after, String change, List<String> changes) {
        if (!before.equals(after)) changes.add(change);
        return after;
    }
}
