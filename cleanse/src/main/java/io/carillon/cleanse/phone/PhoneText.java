package io.carillon.cleanse.phone;

import io.carillon.cleanse.text.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field for a phone number holds, as one number.
 *
 * @param text one number as it was written
 * @param changes what was left out, in order
 */
record PhoneText(String text, List<String> changes) {
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:tel(?:efon|efono|ephone|éfono|éphone)?|phone|fon|mobile?|handy|cell|fax|home|work|office|m|t|p|h|w)"
                    + "\\s*(?:no|nr|number)?\\s*[.:]+\\s*(?=[+(\\d])");
    private static final Pattern SEVERAL = Pattern.compile(
            "\\s*[;,|/&\\n]\\s*|\\s+(?:or|and|oder|und|ou|et|o|y|e)\\s+|(?<=\\d)\\s+(?=\\+\\s?\\d)|(?<=\\d)\\s+(?=00[1-9])");
    private static final int DIGITS_MIN = 7;

    PhoneText {
        changes = List.copyOf(changes);
    }

    static PhoneText of(String input) {
        if (isPlain(input)) return new PhoneText(input, List.of());
        Tidy tidy = Tidy.of(input);
        var changes = new ArrayList<>(tidy.changes());
        String text = plainDigits(tidy.text());
        if (!text.equals(tidy.text())) changes.add("digits in ASCII");
        Matcher label = LABEL.matcher(text);
        if (label.lookingAt() && !text.regionMatches(true, 0, "tel:", 0, 4)) {
            text = text.substring(label.end());
            changes.add("label removed");
        }
        List<String> parts = SEVERAL.splitAsStream(text).toList();
        long numbers = parts.stream().filter(PhoneText::isNumber).count();
        if (numbers > 1 && isNumber(parts.getFirst())) {
            text = parts.getFirst();
            changes.add("first of " + numbers + " numbers");
        }
        return new PhoneText(text, changes);
    }

    /** Digits of one number, and what stands between them; it saves every other look. */
    private static boolean isPlain(String input) {
        int length = input.length();
        if (length == 0 || input.charAt(0) == ' ' || input.charAt(length - 1) == ' ') return false;
        for (int i = 0; i < length; i++) {
            char c = input.charAt(i);
            boolean inside = (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '(' || c == ')';
            if (!inside && !(c == '+' && i == 0)) return false;
        }
        return !input.contains(" 00");
    }

    /** A shorter run of digits is an area code, or what to dial afterwards. */
    private static boolean isNumber(String part) {
        return digits(part).length() >= DIGITS_MIN;
    }

    static String digits(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') digits.append(text.charAt(i));
        }
        return digits.toString();
    }

    private static String plainDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(c >= 0x80 && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }
}
