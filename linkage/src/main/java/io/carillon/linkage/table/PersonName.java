package io.carillon.linkage.table;

import io.carillon.cleanse.Hints;
import io.carillon.cleanse.name.NameCleanser;
import io.carillon.core.value.Value;
import io.carillon.linkage.text.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A whole name in two parts, in normal form; either may be empty. */
public record PersonName(String first, String last) {
    private static final NameCleanser NAMES = new NameCleanser();
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

    /** Reads a name as people write it, whichever part comes first. */
    public static PersonName parse(String raw) {
        Value value = NAMES.cleanse(raw, Hints.NONE).value();
        if (value instanceof Value.Fields fields) {
            String first = Normal.of(fields.text("first").orElse("") + " "
                    + fields.text("middle").orElse(""));
            String last = Normal.of(fields.text("last").orElse(""));
            if (!first.isEmpty() && !last.isEmpty()) return new PersonName(first, last);
        }
        return plain(raw);
    }

    private static PersonName plain(String raw) {
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
