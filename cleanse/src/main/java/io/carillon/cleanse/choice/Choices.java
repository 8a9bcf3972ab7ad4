package io.carillon.cleanse.choice;

import io.carillon.cleanse.word.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of each answer. */
final class Choices {
    private final Map<String, String> answers = new HashMap<>();

    /** A word stands for the answer of its first row. */
    void add(String answer, List<String> words) {
        for (String word : words) answers.putIfAbsent(Folding.fold(word), answer);
    }

    Optional<String> of(String text) {
        return Optional.ofNullable(answers.get(Folding.fold(text)));
    }
}
