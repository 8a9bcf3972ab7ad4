package io.carillon.core.schema;

import com.google.re2j.Pattern;
import io.carillon.core.value.Value;
import java.util.function.Predicate;

/** Keywords for texts; other values pass. Lengths are in characters as Unicode has them (code points). */
final class TextRules {
    private TextRules() {}

    static Rule minLength(int min) {
        return (value, in) -> {
            if (value instanceof Value.Text(var text) && text.codePointCount(0, text.length()) < min) {
                in.wrong("has less than %d characters".formatted(min));
            }
        };
    }

    static Rule maxLength(int max) {
        return (value, in) -> {
            if (value instanceof Value.Text(var text) && text.codePointCount(0, text.length()) > max) {
                in.wrong("has more than %d characters".formatted(max));
            }
        };
    }

    static Rule pattern(Pattern pattern) {
        return (value, in) -> {
            if (value instanceof Value.Text(var text) && !pattern.matcher(text).find()) {
                in.wrong("does not match " + pattern.pattern());
            }
        };
    }

    static Rule format(String name, Predicate<String> format) {
        return (value, in) -> {
            if (value instanceof Value.Text(var text) && !format.test(text)) in.wrong("is no " + name);
        };
    }
}
