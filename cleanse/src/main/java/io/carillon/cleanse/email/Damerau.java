package io.carillon.cleanse.email;

/** How many slips lie between two words: a letter too many, one missing, a wrong one, two neighbours swapped. */
final class Damerau {
    private Damerau() {}

    /** In its restricted form (optimal string alignment): no letter is changed twice. */
    static int distance(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) old[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], old[j]) + 1, old[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) row[j] = Math.min(row[j], older[j - 2] + 1);
            }
            older = old;
            old = row;
        }
        return old[b.length()];
    }
}
