package io.carillon.linkage.table;

import io.carillon.linkage.text.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A whole name in two parts, in normal form; either may be empty. */
record PersonName(String first, String last) {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mister",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "rev",
            "herr",
            "frau",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "hon");
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "bt", "baronet", "obe", "mbe", "cbe");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "del", "della", "der", "den", "da", "dos", "di", "du", "la", "le", "bin", "ibn", "al",
            "el", "ter", "ten", "st", "mc", "mac", "zu");

    static PersonName parse(String raw) {
        int comma = raw.indexOf(',');
        if (comma > 0) {
            List<String> before = words(raw.substring(0, comma));
            List<String> after = words(raw.substring(comma + 1));
            if (!after.isEmpty() && !before.isEmpty())
                return new PersonName(String.join(" ", after), String.join(" ", before));
        }
        List<String> words = words(raw);
        if (words.isEmpty()) return new PersonName("", "");
        if (words.size() == 1) return new PersonName("", words.getFirst());
        int last = words.size() - 1;
        while (last > 1 && PARTICLES.contains(words.get(last - 1))) last--;
        return new PersonName(
                String.join(" ", words.subList(0, last)), String.join(" ", words.subList(last, words.size())));
    }

    private static List<String> words(String raw) {
        List<String> words = new ArrayList<>(List.of(Normal.of(raw).split(" ", -1)));
        words.remove("");
        while (words.size() > 1 && TITLES.contains(words.getFirst())) words.removeFirst();
        while (words.size() > 1 && SUFFIXES.contains(words.getLast())) words.removeLast();
        return words;
    }
}
