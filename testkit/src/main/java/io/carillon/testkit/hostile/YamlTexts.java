package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** YAML that breaks readers: good files with a line, an indentation or a value changed, and texts made to swell. */
public final class YamlTexts {
    private static final List<String> VALUES = List.of(
            "",
            "~",
            "null",
            "''",
            "\"\"",
            "1e999999999",
            "-1e999999999",
            "99999999999999999999999999",
            "0o17",
            "0x10",
            ".inf",
            "-.nan",
            "1:30:00",
            "99999999999999999999d",
            "9223372036854775807s",
            "-1h",
            "1.5h",
            "0s",
            "h",
            "yes",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{a: {b: [c]}}",
            "{: }",
            "[,]",
            "*a",
            "&a x",
            "&a [*a]",
            "!!binary AAAA",
            "!!java.lang.Runtime x",
            "!<tag:yaml.org,2002:str> x",
            "|",
            ">-",
            "|9",
            "|\n  x",
            "? x",
            "- x",
            "x: y: z",
            "@x",
            "`x`",
            "%x",
            "\"\\ud800\"",
            "\"\\x00\"",
            "\"\\u0000\"",
            "\"\\U00110000\"",
            "\"\\q\"",
            "'it''s",
            "\"open",
            "# comment",
            "--- x",
            "... ",
            "\uFEFF",
            "\uD83D\uDE00",
            "\u0085",
            "\u2028",
            "\u0007",
            "\uFFFE",
            "${env:X}",
            "${env:",
            "${file:/etc/passwd}",
            "{{ a }}",
            "{% if %}",
            "{{ a | nosuch }}",
            "Europe/Nowhere",
            "../../x",
            "<script>",
            "../..//");

    private YamlTexts() {}

    /** A good file after one to three changes that know lines, keys and values; sometimes blindly damaged after that. */
    public static String broken(String good, Chance chance) {
        var lines = new ArrayList<>(Arrays.asList(good.split("\n", -1)));
        for (int changes = chance.between(1, 3); changes > 0; changes--) change(lines, chance);
        String text = String.join(chance.chance(0.95) ? "\n" : "\r\n", lines);
        return chance.chance(0.2) ? Damage.ofText(text, chance) : text;
    }

    /** Small when written, large or deep when read by a reader that trusts it. */
    public static String swelling(Chance chance) {
        int size = chance.pick(List.of(20, 39, 41, 100, 5_000));
        return switch (chance.between(0, 9)) {
            case 0 -> laughs(Math.min(size, 40));
            case 1 -> "a: " + "[".repeat(size) + (chance.chance(0.5) ? "]".repeat(size) : "");
            case 2 -> "a: " + "{a: ".repeat(size) + "1" + "}".repeat(size);
            case 3 -> blocks(Math.min(size, 900));
            case 4 -> "- ".repeat(size) + "x";
            case 5 -> "a: \"" + "\\u0041".repeat(size * 10) + "\"";
            case 6 -> "? ".repeat(size) + "x";
            case 7 -> "k: &a x\n" + "k%d: *a\n".repeat(1).concat("l: *a\n".repeat(size));
            case 8 -> "workspace: " + "x".repeat(size * 20) + "\ntimezone: " + "y".repeat(size);
            default -> keys(size);
        };
    }

    private static String laughs(int levels) {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < levels; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(String.join(", ", java.util.Collections.nCopies(9, "*a" + (i - 1))))
                    .append("]\n");
        }
        return text.toString();
    }

    private static String blocks(int depth) {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) text.append(" ".repeat(i)).append("a:\n");
        return text.toString();
    }

    private static String keys(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.append("key").append(i).append(": ").append(i).append('\n');
        return text.toString();
    }

    private static void change(List<String> lines, Chance chance) {
        int at = chance.between(0, lines.size() - 1);
        String line = lines.get(at);
        switch (chance.between(0, 8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, chance.pick(List.of("\t", " ", "    ", "\u00a0")) + line);
            case 3 -> lines.set(at, line.strip());
            case 4 -> lines.add(chance.between(0, lines.size()), chance.pick(VALUES));
            case 5 -> lines.set(at, key(line) + chance.pick(VALUES));
            case 6 -> lines.set(at, "  ".repeat(chance.between(0, 50)) + line);
            case 7 -> lines.set(at, chance.pick(VALUES) + ": " + line.strip());
            default -> lines.set(at, key(line) + "x".repeat(chance.pick(List.of(100, 500, 5_000))));
        }
        if (lines.isEmpty()) lines.add("");
    }

    private static String key(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon + 1) + " ";
    }
}
