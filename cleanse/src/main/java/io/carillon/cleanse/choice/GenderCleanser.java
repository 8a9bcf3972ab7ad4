package io.carillon.cleanse.choice;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Table;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * {@code female}, {@code male}, {@code nonbinary}, or {@code unknown} when somebody said that it is not known or not to be
 * said; that is an answer, and valid. A title such as {@code Mrs} tells it too, and the change says so.
 */
public final class GenderCleanser implements Cleanser {
    private static final Choices WORDS = new Choices();
    private static final Choices TITLES = new Choices();

    static {
        for (List<String> row : Table.rows(GenderCleanser.class, "genders.tsv")) {
            if (row.getFirst().equals("T")) TITLES.add(row.get(1), row.subList(2, row.size()));
            else WORDS.add(row.getFirst(), row.subList(1, row.size()));
        }
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a gender");
        Optional<String> gender = WORDS.of(input);
        if (gender.isPresent()) {
            boolean isSame = gender.get().equals(input);
            return Cleansed.valid(input, Value.of(gender.get()), isSame ? List.of() : List.of("word for it"));
        }
        Optional<String> titled = TITLES.of(input);
        if (titled.isPresent()) return Cleansed.valid(input, Value.of(titled.get()), List.of("gender of the title"));
        return Cleansed.invalid(input, "no known gender; expected female, male, nonbinary or unknown");
    }
}
