package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which words are known given and family names, and which of the two a word that stands alone is. */
final class NameLists {
    private static final Map<String, Marks> NAMES = names();
    private static final Map<String, Double> WEIGHTS = Words.weights("given_weights.txt");
    private static final int ENDING_LENGTH_MAX = 3;

    private NameLists() {}

    static boolean isGiven(String key) {
        return marks(key).isGiven();
    }

    static boolean isFamily(String key) {
        return marks(key).family() != '0';
    }

    static boolean isKnown(String key) {
        return NAMES.containsKey(key);
    }

    /** Above 0 for a given name, below for a family name; the farther, the surer. */
    static double givenScore(String key) {
        double score = 0;
        for (String sign : signs(key)) score += WEIGHTS.getOrDefault(sign, 0.0);
        return score;
    }

    /** What a word shows, in the words of the list of weights. */
    private static List<String> signs(String key) {
        Marks marks = marks(key);
        var signs = new ArrayList<>(List.of("bias", "g" + marks.given(), "s" + marks.family()));
        if (marks.woman()) signs.add("mf");
        if (marks.man()) signs.add("mm");
        if (!marks.isGiven()) signs.add("nog");
        if (marks.given() != '0' && marks.family() != '0') signs.add("both");
        for (int length = 1; length <= ENDING_LENGTH_MAX; length++)
            if (key.length() > length + 1) signs.add("$" + key.substring(key.length() - length));
        if (key.startsWith("mc")) signs.add("mc");
        return signs;
    }

    private static Marks marks(String key) {
        return NAMES.getOrDefault(key, Marks.NONE);
    }

    /**
     * What the lists know of a word.
     *
     * @param given digit: in how many languages it is a given name
     * @param family digit: in how many it is a family name
     */
    private record Marks(char given, char family, boolean woman, boolean man) {
        static final Marks NONE = of("");

        static Marks of(String text) {
            return new Marks(count(text, 'g'), count(text, 's'), text.contains("f"), text.contains("m"));
        }

        boolean isGiven() {
            return given != '0' || woman || man;
        }

        private static char count(String text, char kind) {
            int at = text.indexOf(kind);
            return at < 0 ? '0' : text.charAt(at + 1);
        }
    }

    private static Map<String, Marks> names() {
        var names = new HashMap<String, Marks>();
        var shared = new HashMap<String, Marks>();
        for (String line : Words.lines("names.txt")) {
            int blank = line.indexOf(' ');
            names.put(line.substring(0, blank), shared.computeIfAbsent(line.substring(blank + 1), Marks::of));
        }
        return Collections.unmodifiableMap(names);
    }
}
