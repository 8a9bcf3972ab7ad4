package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which words are known given and family names, and which of the two a word that stands alone is. */
final class NameLists {
    private static final Map<String, String> NAMES = names();
    private static final Map<String, Double> WEIGHTS = Words.weights("given_weights.txt");
    private static final int ENDING_LENGTH_MAX = 3;

    private NameLists() {}

    static boolean isGiven(String key) {
        String marks = NAMES.getOrDefault(key, "");
        return marks.contains("g") || marks.contains("f") || marks.contains("m");
    }

    static boolean isFamily(String key) {
        return NAMES.getOrDefault(key, "").contains("s");
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
        String marks = NAMES.getOrDefault(key, "");
        char given = count(marks, 'g');
        char family = count(marks, 's');
        boolean woman = marks.contains("f");
        boolean man = marks.contains("m");
        var signs = new ArrayList<>(List.of("bias", "g" + given, "s" + family));
        if (woman) signs.add("mf");
        if (man) signs.add("mm");
        if (!woman && !man && given == '0') signs.add("nog");
        if (given != '0' && family != '0') signs.add("both");
        for (int length = 1; length <= ENDING_LENGTH_MAX; length++)
            if (key.length() > length + 1) signs.add("$" + key.substring(key.length() - length));
        if (key.startsWith("mc")) signs.add("mc");
        return signs;
    }

    private static char count(String marks, char kind) {
        int at = marks.indexOf(kind);
        return at < 0 ? '0' : marks.charAt(at + 1);
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (String line : Words.lines("names.txt")) {
            int blank = line.indexOf(' ');
            names.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return Collections.unmodifiableMap(names);
    }
}
