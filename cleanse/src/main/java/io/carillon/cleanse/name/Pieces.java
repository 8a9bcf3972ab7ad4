package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that belong together in a name: those around a connective, and a particle with what follows it. */
final class Pieces {
    /** In a shorter name a lone letter between two words is an initial, not the Spanish "and". */
    private static final int WORDS_WITH_LETTER_CONNECTIVE_MIN = 4;

    private static final Set<String> SERVANTS = Set.of("abdul", "abd", "abdel", "abdal");

    private Pieces() {}

    static List<String> of(List<String> words) {
        return withParticles(withConnectives(withServants(words)));
    }

    /** Abdul Rahman is one given name. */
    private static List<String> withServants(List<String> words) {
        boolean joins =
                words.size() > 2 && SERVANTS.contains(Words.key(words.getFirst())) && !Lexicon.isInitial(words.get(1));
        if (!joins) return words;
        var joined = new ArrayList<>(words.subList(1, words.size()));
        joined.set(0, words.get(0) + " " + words.get(1));
        return joined;
    }

    private static List<String> withConnectives(List<String> words) {
        var pieces = new ArrayList<String>();
        boolean joinNext = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean connects = connects(words, i);
            if ((joinNext || connects) && !pieces.isEmpty()) pieces.add(pieces.removeLast() + " " + word);
            else pieces.add(word);
            joinNext = connects;
        }
        return pieces;
    }

    private static boolean connects(List<String> words, int i) {
        String word = words.get(i);
        if (!Lexicon.isConnective(word) || words.size() < 3) return false;
        if (!Lexicon.isInitial(word)) return true;
        return words.size() >= WORDS_WITH_LETTER_CONNECTIVE_MIN && i > 0 && i < words.size() - 1;
    }

    private static List<String> withParticles(List<String> words) {
        var pieces = new ArrayList<String>();
        int i = 0;
        while (i < words.size()) {
            boolean opens = Lexicon.isParticle(words.get(i)) && (i > 0 || opensFamilyName(words));
            if (!opens) {
                pieces.add(words.get(i++));
                continue;
            }
            int end = i;
            while (end < words.size() && Lexicon.isParticle(words.get(end))) end++;
            while (end < words.size() && !Lexicon.isParticle(words.get(end))) end++;
            pieces.add(String.join(" ", words.subList(i, end)));
            i = end;
        }
        return pieces;
    }

    /** De la Vega alone is a family name; Van Johnson is not. */
    private static boolean opensFamilyName(List<String> words) {
        return words.size() > 1
                && Lexicon.isParticleOnly(words.getFirst())
                && (words.size() == 2 || Lexicon.isParticle(words.get(1)));
    }
}
