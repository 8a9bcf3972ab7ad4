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
            boolean pair = at > 0 && word.key().matches("n|s") && words.key(at + 1).matches("e|w") && !words.breaksAt(at + 1);
            if (pair) {
                String text = Words.upper(word.key() + words.key(++at));
                joined.add(new Words.Word(text, Words.key(text), word.first()));
            } else {
                joined.add(word);
            }
        }
        return new Words(joined);
    }
}
