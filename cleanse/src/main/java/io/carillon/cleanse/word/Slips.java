package io.carillon.cleanse.word;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words of a list that are one slip away from a word, without a look at all of them: one slip leaves the first
 * or the last letter as it is, so only words of about the length with the same first or last letter are compared.
 */
public final class Slips {
    private record Edge(int length, char first, char last) {}

    /** Stands for any letter. */
    private static final char ANY = 0;

    private final Map<Edge, List<String>> words = new HashMap<>();

    private Slips() {}

    public static Slips of(Collection<String> words) {
        var slips = new Slips();
        for (String word : words) {
            if (word.length() < OneEdit.LENGTH_MIN) continue;
            slips.add(new Edge(word.length(), word.charAt(0), ANY), word);
            slips.add(new Edge(word.length(), ANY, word.charAt(word.length() - 1)), word);
        }
        return slips;
    }

    private void add(Edge edge, String word) {
        words.computeIfAbsent(edge, key -> new ArrayList<>()).add(word);
    }

    /** In no order, each once or twice; none for a word below {@link OneEdit#LENGTH_MIN}. */
    public List<String> of(String word) {
        var found = new ArrayList<String>();
        if (word.length() < OneEdit.LENGTH_MIN) return found;
        for (int length = word.length() - 1; length <= word.length() + 1; length++) {
            compare(word, new Edge(length, word.charAt(0), ANY), found);
            compare(word, new Edge(length, ANY, word.charAt(word.length() - 1)), found);
        }
        return found;
    }

    private void compare(String word, Edge edge, List<String> found) {
        for (String other : words.getOrDefault(edge, List.of())) if (OneEdit.apart(word, other)) found.add(other);
    }
}
