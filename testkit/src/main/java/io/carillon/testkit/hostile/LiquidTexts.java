package io.carillon.testkit.hostile;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Liquid templates grown from its grammar: most can be parsed, many do far more work than a mail is worth. */
public final class LiquidTexts {
    private static final int DEPTH_MAX = 6;
    private static final List<String> PATHS = List.of(
            "a",
            "a.b",
            "a[0]",
            "a['b']",
            "a[a]",
            "list",
            "list.first",
            "list.size",
            "list[99999999999]",
            "list[-1]",
            "big",
            "huge",
            "tiny",
            "text",
            "html",
            "deep",
            "deep.x.x.x",
            "now",
            "forloop.index",
            "forloop.parentloop.index",
            "nothing",
            "x");
    private static final List<String> LITERALS = List.of(
            "1",
            "0",
            "-1",
            "0.1",
            "99999999999999999999",
            "1.0000000000000000000000000001",
            "''",
            "'a'",
            "\"b\"",
            "','",
            "'%Y-%m-%d %H:%M:%S %999999N'",
            "'%-100000d'",
            "'%^B %10A %s %e'",
            "nil",
            "true",
            "false",
            "blank",
            "empty",
            "(1..3)",
            "(1..1000000000)",
            "(a..big)",
            "(-5..huge)");
    private static final List<String> FILTERS = List.of(
            "abs",
            "append",
            "at_least",
            "at_most",
            "capitalize",
            "ceil",
            "compact",
            "concat",
            "date",
            "default",
            "divided_by",
            "downcase",
            "escape",
            "escape_once",
            "find",
            "find_index",
            "first",
            "floor",
            "has",
            "join",
            "json",
            "last",
            "lstrip",
            "map",
            "minus",
            "modulo",
            "newline_to_br",
            "plus",
            "prepend",
            "raw",
            "reject",
            "remove",
            "remove_first",
            "remove_last",
            "replace",
            "replace_first",
            "replace_last",
            "reverse",
            "round",
            "rstrip",
            "size",
            "slice",
            "sort",
            "sort_natural",
            "split",
            "strip",
            "strip_html",
            "strip_newlines",
            "sum",
            "times",
            "truncate",
            "truncatewords",
            "uniq",
            "upcase",
            "url_decode",
            "url_encode",
            "base64_encode",
            "base64_decode",
            "base64_url_safe_decode",
            "where");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", ">", "<=", ">=", "contains", "<>");

    private LiquidTexts() {}

    /** A template; a fifth of them damaged. */
    public static String template(Chance chance) {
        String template = chance.chance(0.03) ? swelling(chance) : body(chance, 0);
        return chance.chance(0.2) ? Damage.ofText(template, chance) : template;
    }

    private static String swelling(Chance chance) {
        int size = chance.pick(List.of(50, 99, 101, 5_000));
        return switch (chance.between(0, 7)) {
            case 0 -> "{% if a %}".repeat(size) + "x" + "{% endif %}".repeat(size);
            case 1 ->
                "{% for i in (1..1000) %}".repeat(Math.min(size, 90)) + "x" + "{% endfor %}".repeat(Math.min(size, 90));
            case 2 -> "{% assign x = 'ab' %}" + "{% assign x = x | append: x %}".repeat(size) + "{{ x }}";
            case 3 -> "{{ a" + "[a".repeat(size) + "]".repeat(size) + " }}";
            case 4 -> "{{ text" + " | split: '' | join: text".repeat(Math.min(size, 100)) + " }}";
            case 5 -> "{% capture x %}{{ x }}{{ x }}y{% endcapture %}".repeat(size);
            case 6 -> "{% assign x = 9 %}" + "{% assign x = x | times: x %}".repeat(size) + "{{ x }}";
            default -> "{% if a" + " and a".repeat(size) + " %}x{% endif %}";
        };
    }

    private static String body(Chance chance, int depth) {
        return String.join("", chance.list(0, depth == 0 ? 6 : 3, c -> piece(c, depth)));
    }

    private static String piece(Chance chance, int depth) {
        if (depth >= DEPTH_MAX || chance.chance(0.5)) return simple(chance);
        String inner = body(chance, depth + 1);
        return switch (chance.between(0, 9)) {
            case 0 ->
                "{% if " + test(chance) + " %}" + inner + "{% elsif " + test(chance) + " %}y{% else %}z{% endif %}";
            case 1 -> "{% unless " + test(chance) + " %}" + inner + "{% endunless %}";
            case 2, 3 -> "{% for x in " + operand(chance) + loopEnd(chance) + " %}" + inner + "{% endfor %}";
            case 4 ->
                "{% tablerow x in " + operand(chance) + " cols:" + operand(chance) + " %}" + inner
                        + "{% endtablerow %}";
            case 5 ->
                "{% case " + operand(chance) + " %}{% when " + operand(chance) + ", " + operand(chance) + " %}" + inner
                        + "{% else %}e{% endcase %}";
            case 6 -> "{% capture x %}" + inner + "{% endcapture %}";
            case 7 -> "{%- comment -%}" + inner + "{% endcomment %}";
            case 8 -> "{% raw %}" + inner + "{% endraw %}";
            default ->
                "{% liquid\n assign x = " + expression(chance) + "\n echo x\n for y in list\n echo y\n endfor %}";
        };
    }

    private static String simple(Chance chance) {
        return switch (chance.between(0, 8)) {
            case 0, 1, 2 -> "{{ " + expression(chance) + " }}";
            case 3 -> "{{- " + expression(chance) + " -}}";
            case 4 -> "{% assign x = " + expression(chance) + " %}";
            case 5 ->
                chance.pick(List.of(
                        "{% break %}",
                        "{% continue %}",
                        "{% increment x %}",
                        "{% decrement x %}",
                        "{% cycle 'a', x %}",
                        "{% abort_message('no') %}",
                        "{% render 'p', x: a %}",
                        "{% include a %}",
                        "{% # note %}",
                        "{% nosuch %}",
                        "{% endif %}",
                        "{%",
                        "{{",
                        "}}"));
            case 6 -> "{% echo " + expression(chance) + " %}";
            default -> chance.pick(List.of("plain ", "<p>&amp; ü", "\n", "\uD83D\uDE00", "}", "{"));
        };
    }

    private static String expression(Chance chance) {
        var expression = new StringBuilder(operand(chance));
        for (int filters = chance.between(0, 4); filters > 0; filters--) {
            expression.append(" | ").append(chance.pick(FILTERS));
            int arguments = chance.between(0, 2);
            for (int i = 0; i < arguments; i++)
                expression.append(i == 0 ? ": " : ", ").append(operand(chance));
        }
        return expression.toString();
    }

    private static String test(Chance chance) {
        String test = operand(chance);
        if (chance.chance(0.7)) test += " " + chance.pick(COMPARISONS) + " " + operand(chance);
        return chance.chance(0.2) ? test + chance.pick(List.of(" and ", " or ")) + operand(chance) : test;
    }

    private static String loopEnd(Chance chance) {
        if (chance.chance(0.5)) return "";
        return chance.pick(List.of(" reversed", " limit:", " offset:", " offset:continue limit:"))
                + (chance.chance(0.8) ? operand(chance) : "");
    }

    private static String operand(Chance chance) {
        return chance.pick(chance.chance(0.6) ? PATHS : LITERALS);
    }
}
