package io.carillon.cleanse.address;

import java.util.Set;

/** Tells what is within a building, in the languages of Europe and Brazil: {@code Hinterhaus}, {@code bus 3}, {@code apto 45}. */
final class EuropeanUnits {
    private static final Set<String> BEGIN = Table.keys("units.txt", "\\s+");

    /** Whether a unit begins at a word: one with its kind first, or a floor with its number first. */
    boolean begins(Words words, int at) {
        if (at >= words.size()) return false;
        String key = words.key(at);
        if (BEGIN.contains(key)) return true;
        boolean ordinal = key.matches("\\d{1,2}(er|e|eme|o|a|º|ª|°|th|st|nd|rd|ste|de)?")
                || words.get(at).text().matches("\\d{1,2}\\.");
        return (ordinal && at + 1 < words.size() && isFloor(words.key(at + 1))) || key.matches("\\d{1,2}[ºª°].*");
    }

    /** Where the first unit after a word begins; the end when there is none. */
    int from(Words words, int start) {
        for (int at = start; at < words.size(); at++) if (at > start && begins(words, at)) return at;
        return words.size();
    }

    private static boolean isFloor(String key) {
        return Set.of(
                        "og",
                        "etage",
                        "stock",
                        "obergeschoss",
                        "etg",
                        "stiege",
                        "verdieping",
                        "verd",
                        "piso",
                        "planta",
                        "piano",
                        "andar",
                        "floor",
                        "flr",
                        "hoog",
                        "oberg",
                        "ug",
                        "stg",
                        "esc")
                .contains(key);
    }
}
