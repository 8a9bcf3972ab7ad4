package io.carillon.core.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Regular expressions as definitions write them, in RE2's syntax. */
final class Expression {
    private static final int LENGTH_MAX = 500;

    /** Repetitions multiply, and so does what each of them costs. */
    private static final int REPEATED_MAX = 1_000;

    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,6})(?:,([0-9]{0,6}))?}");

    private Expression() {}

    /** Empty after reporting why. */
    static Optional<Pattern> read(Field field) {
        Optional<String> text = field.text();
        if (text.isEmpty()) return Optional.empty();
        if (text.get().isEmpty() || text.get().length() > LENGTH_MAX) {
            field.error("\"%s\" has 1 to %d characters, not %d"
                    .formatted(field.name(), LENGTH_MAX, text.get().length()));
            return Optional.empty();
        }
        if (repeated(text.get()) > REPEATED_MAX) {
            field.error("%s repeats too much; all its repetitions multiplied are at most %d"
                    .formatted(field.quoted(text.get()), REPEATED_MAX));
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text.get()));
        } catch (PatternSyntaxException e) {
            field.error("%s is not a regular expression (RE2): %s"
                    .formatted(field.quoted(text.get()), Field.shown(e.getDescription())));
            return Optional.empty();
        }
    }

    private static long repeated(String text) {
        long product = 1;
        for (MatchResult repeat : REPEAT.matcher(text).results().toList()) {
            String last = repeat.group(2) == null || repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
            product *= Math.max(1, Long.parseLong(last));
            if (product > REPEATED_MAX) return product;
        }
        return product;
    }
}
