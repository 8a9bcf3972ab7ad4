package io.carillon.core.audit;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;

/** How statistics show values: short, and of an address or a longer number only how it is built. */
public final class Masked {
    private static final int LENGTH_MAX = 32;
    private static final int DIGITS_MAX = 5;

    private Masked() {}

    public static String shown(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text(text);
            case Value.Items(var items) -> "a list of " + items.size();
            case Value.Fields(var fields) -> "an object of " + fields.size();
            case Value.Num _, Value.Flag _, Value.Nothing _ -> cut(Json.write(value));
        };
    }

    /** {@code jane@example.com} is {@code xxxx@xxxxxxx.xxx}, {@code +49 30 901820} is {@code +99 99 999999}. */
    static String text(String text) {
        return cut(namesSomebody(text) ? built(text) : text);
    }

    private static boolean namesSomebody(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') return true;
            if (c >= '0' && c <= '9' && ++digits > DIGITS_MAX) return true;
        }
        return false;
    }

    private static String built(String text) {
        var built = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LENGTH_MAX + 1); i++) {
            char c = text.charAt(i);
            built.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'x' : c);
        }
        return built.toString();
    }

    private static String cut(String text) {
        if (text.length() <= LENGTH_MAX) return text;
        int end = Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return text.substring(0, end) + "…";
    }
}
