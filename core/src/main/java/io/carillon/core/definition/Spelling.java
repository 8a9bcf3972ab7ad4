package io.carillon.core.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
public final class Spelling {
    /** Comparing takes length times length. */
    private static final int LENGTH_MAX = 60;

    private Spelling() {}

    /** What to write instead: {@code did you mean "subject"?}, or else {@code expected a, b, c}. */
    static String hint(String word, Collection<String> words) {
        Optional<String> near = nearest(word, words);
        if (near.isPresent()) return "did you mean \"%s\"?".formatted(near.get());
        if (words.isEmpty()) return "expected none";
        return "expected " + String.join(", ", words);
    }

    /** The word with the fewest letters other than in this one; empty when a third of them would be. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        if (word.length() > LENGTH_MAX) return Optional.empty();
        Optional<String> best = Optional.empty();
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : words) {
            if (candidate.length() > LENGTH_MAX) continue;
            int distance = distance(plain(word), plain(candidate));
            if (distance < least) {
                least = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** How many letters must be inserted, removed, replaced or swapped with a neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= other.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int replace = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[one.length()][other.length()];
    }
}
