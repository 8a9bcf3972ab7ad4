package io.carillon.cleanse.address;

import java.util.ArrayList;
import java.util.List;

/** Joins a direction written as two letters: {@code N. E.} is {@code NE}. */
final class DirectionPairs {
    private DirectionPairs() {}

    static Words joined(Words words) {
        List<Words.Word> joined = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Words.Word word = words.get(at);
            boolean pair = !words.breaksAt(at + 1) && isPair(word.key(), words.key(at + 1), at);
            if (pair) {
                String text = Words.upper(word.key() + words.key(++at));
                joined.add(new Words.Word(text, Words.key(text), word.first()));
            } else {
                joined.add(word);
            }
        }
        return new Words(joined);
    }

    /** Two letters of a direction, but not at the beginning; or of the United States. */
    private static boolean isPair(String one, String other, int at) {
        if (one.equals("u") && other.equals("s")) return true;
        return at > 0 && one.matches("n|s") && other.matches("e|w");
    }
}
