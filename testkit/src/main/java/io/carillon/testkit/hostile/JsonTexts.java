package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Texts that are JSON, or nearly: odd numbers, odd names, names that repeat, any depth. */
public final class JsonTexts {
    private static final int DEPTH_MAX = 5;
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "0.1",
            "1E5",
            "1e-5",
            "1e400",
            "1e401",
            "1e-400",
            "1e999999999",
            "1e-999999999",
            "1e2147483647",
            "1e2147483648",
            "-1e-2147483648",
            "1e99999999999999999999",
            "0e999999999",
            "0.0e-999999999",
            "9007199254740993",
            "9223372036854775808",
            "12345678901234567890123",
            "0.1000000000000000055511151231257827021181583404541015625",
            "1".repeat(101),
            "1." + "0".repeat(100),
            "01",
            "+1",
            ".5",
            "5.",
            "1e",
            "0x10",
            "NaN",
            "Infinity",
            "-");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "ada",
            "null",
            "undefined",
            "0000",
            "a@b.org",
            "ADA@Exämple.ORG",
            "a@xn--",
            "a@xn--a-ä.org",
            "@",
            "track",
            "Product Added",
            "2026-03-02T08:00:00.000Z",
            "2026-13-99T99:99:99.999Z",
            "+999999999-01-01T00:00:00Z",
            "9999999999999999999999999",
            "\\ud800",
            "\\udc00\\ud800",
            "\\ud83d\\ude00",
            "\\u0000",
            "\\u001b[2J",
            "\\ufeff",
            "\\u2028",
            "\\u202e",
            "\\uffff",
            "\\\"",
            "\\x",
            "\\u12",
            "__proto__",
            "a.b",
            "a[0]",
            "${env:HOME}",
            "{{ a }}",
            "\uD83D\uDE00",
            "İ",
            "ß");

    private JsonTexts() {}

    /** Any value; the names of its objects are drawn from those given, or odd. */
    public static String value(Chance chance, List<String> names) {
        return value(chance, names, 0);
    }

    /** An object that holds itself, or a list, so many times over; not closed as often as opened. */
    public static String nested(Chance chance) {
        int depth = chance.pick(List.of(60, 63, 64, 65, 100, 1_000, 20_000));
        String opening = chance.pick(List.of("[", "{\"a\":", "[{\"b\":[", "{\"a\":1,\"a\":"));
        boolean closes = chance.chance(0.5);
        String closing = opening.replaceAll("[^\\[{]", "").replace('{', '}').replace('[', ']');
        return opening.repeat(depth)
                + "1"
                + (closes ? new StringBuilder(closing).reverse().toString().repeat(depth) : "");
    }

    /** Between quotes. */
    public static String text(Chance chance) {
        String word = chance.pick(WORDS);
        if (chance.chance(0.03)) word = (word.isEmpty() ? "x" : word).repeat(chance.between(2, 3_000));
        return "\"" + word + "\"";
    }

    static String name(Chance chance, List<String> names) {
        return names.isEmpty() || chance.chance(0.2) ? text(chance) : "\"" + chance.pick(names) + "\"";
    }

    private static String value(Chance chance, List<String> names, int depth) {
        int shape = chance.between(0, depth >= DEPTH_MAX ? 3 : 6);
        return switch (shape) {
            case 0 -> chance.pick(NUMBERS);
            case 1, 2 -> text(chance);
            case 3 -> chance.pick(List.of("true", "false", "null", "{}", "[]", "tru", "'x'"));
            case 4 -> "[" + String.join(",", chance.list(0, 4, c -> value(c, names, depth + 1))) + "]";
            default ->
                "{" + String.join(",", chance.list(0, 4, c -> name(c, names) + ":" + value(c, names, depth + 1))) + "}";
        };
    }
}
