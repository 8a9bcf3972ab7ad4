package io.carillon.cleanse.choice;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Table;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** Yes or no, as a flag: from the words of forms, programs and the main languages. */
public final class BooleanCleanser implements Cleanser {
    private static final Choices WORDS = new Choices();

    static {
        for (List<String> row : Table.rows(BooleanCleanser.class, "booleans.tsv")) {
            WORDS.add(row.getFirst(), row.subList(1, row.size()));
        }
    }

    /** The flag alone; empty when the text says neither. */
    public static Optional<Boolean> flag(String input) {
        return WORDS.of(marked(input)).map(Boolean::parseBoolean);
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for yes or no");
        Optional<Boolean> flag = flag(input);
        if (flag.isEmpty()) return Cleansed.invalid(input, "neither yes nor no; expected e.g. true, no, 1 or off");
        boolean isSame = flag.get().toString().equals(input);
        return Cleansed.valid(input, Value.of(flag.get()), isSame ? List.of() : List.of("word for it"));
    }

    /** Ticks and crosses are no letters. */
    private static String marked(String input) {
        return switch (input.strip()) {
            case "✓", "✔", "✔️", "☑", "✅" -> "true";
            case "✗", "✘", "☐", "❌" -> "false";
            case "1.0" -> "1";
            case "0.0" -> "0";
            default -> input;
        };
    }
}
