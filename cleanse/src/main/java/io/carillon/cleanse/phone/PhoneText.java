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
            "(?i)(?:tel(?:efon|efono|ephone|éfono|éphone)?|phone|fon|mobile?|handy|cell|fax|home|work|office|m|t|p|h|w|\\p{L}{3,12})"
                    + "\\s*(?:no|nr|number)?\\s*[.:]+\\s*(?=[+(\\d])");
    private static final Pattern SEVERAL = Pattern.compile(
            "\\s*[;,|/&\\n]\\s*|\\s+(?:or|and|oder|und|ou|et|o|y|e)\\s+|(?<=\\d)\\s+(?=\\+\\s?\\d)|(?<=\\d)\\s+(?=00[1-9])");
    private static final Pattern REMARK = Pattern.compile(
            "(?i)\\s*\\([\\p{L}][\\p{L}.\\s]*\\)\\s*$|(?<=\\d)\\s+(?:mobile|cell|home|work|office|fax|private?|privat|mobil|handy|whatsapp)$");
    private static final Pattern DECIMALS = Pattern.compile("(\\+?\\d{7,15})\\.0+");
    private static final Pattern POWER = Pattern.compile("(\\d)[.,](\\d{1,15})[eE]\\+?(\\d{1,2})");
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
        String bare = REMARK.matcher(text).replaceFirst("");
        if (!bare.equals(text) && isNumber(bare)) {
            text = bare;
            changes.add("remark removed");
        }
        String whole = whole(text);
        if (!whole.equals(text)) changes.add("spreadsheet's number written out");
        text = whole;
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

    /** What a spreadsheet made of a number, where it lost no digit. */
    private static String whole(String text) {
        Matcher decimals = DECIMALS.matcher(text);
        if (decimals.matches()) return decimals.group(1);
        Matcher power = POWER.matcher(text);
        boolean exact = power.matches()
                && Integer.parseInt(power.group(3)) == power.group(2).length();
        return exact ? power.group(1) + power.group(2) : text;
    }

    /** Whether a spreadsheet has rounded the number. */
    static boolean isRounded(String text) {
        return POWER.matcher(text).matches();
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
