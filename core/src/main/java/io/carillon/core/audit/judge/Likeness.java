package io.carillon.core.audit.judge;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Names that mean the same: but for letter case and separators, or one slip of the keyboard. */
final class Likeness {
    private static final int SLIP_LENGTH_MIN = 5;

    private Likeness() {}

    /** The known name that another is most likely meant to be. */
    static Optional<String> meant(String name, Collection<String> known) {
        String bare = bare(name);
        Optional<String> same = known.stream()
                .filter(it -> !it.equals(name) && bare(it).equals(bare))
                .findFirst();
        if (same.isPresent() || bare.length() < SLIP_LENGTH_MIN) return same;
        return known.stream()
                .filter(it -> !it.equals(name) && isSlip(bare, bare(it)))
                .findFirst();
    }

    static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        var bare = new StringBuilder();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (Character.isLetterOrDigit(lower.charAt(i))) bare.append(lower.charAt(i));
        }
        return bare.toString();
    }

    /**
     * Whether one letter more, less, other or swapped with its neighbour makes one of the other. Digits are no slip: step 1
     * and step 2 are two things.
     */
    private static boolean isSlip(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || other.length() < SLIP_LENGTH_MIN) return false;
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) from++;
        int back = 0;
        while (back < shorter - from && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back))
            back++;
        String left = one.substring(from, one.length() - back);
        String right = other.substring(from, other.length() - back);
        if (hasDigit(left) || hasDigit(right)) return false;
        if (left.length() <= 1 && right.length() <= 1) return true;
        return left.length() == 2 && right.length() == 2 && sorted(left).equals(sorted(right));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static String sorted(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
