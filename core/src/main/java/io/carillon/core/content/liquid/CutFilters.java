package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Filters that cut: white space, parts of a text or list, words. Lengths count characters (code points). */
final class CutFilters {
    private static final int TRUNCATED_CHARS = 50;
    private static final int TRUNCATED_WORDS = 15;

    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("strip", 0, 0, (input, args) -> keepingMarkup(input, text -> rstrip(lstrip(text)))),
            Filter.spec("lstrip", 0, 0, (input, args) -> keepingMarkup(input, CutFilters::lstrip)),
            Filter.spec("rstrip", 0, 0, (input, args) -> keepingMarkup(input, CutFilters::rstrip)),
            Filter.spec("strip_newlines", 0, 0, (input, args) -> keepingMarkup(input, CutFilters::withoutNewlines)),
            Filter.spec("slice", 1, 2, CutFilters::slice),
            Filter.spec("split", 1, 1, CutFilters::split),
            Filter.spec("truncate", 0, 2, CutFilters::truncate),
            Filter.spec("truncatewords", 0, 2, CutFilters::truncateWords));

    private CutFilters() {}

    /** Less white space is as much HTML as before. */
    private static Val keepingMarkup(Val input, UnaryOperator<String> cut) {
        return input instanceof Val.Markup(var html)
                ? new Val.Markup(cut.apply(html))
                : Val.of(cut.apply(Texts.of(input)));
    }

    private static String lstrip(String text) {
        int from = 0;
        while (from < text.length() && isStripped(text.charAt(from))) from++;
        return text.substring(from);
    }

    private static String rstrip(String text) {
        int to = text.length();
        while (to > 0 && isStripped(text.charAt(to - 1))) to--;
        return text.substring(0, to);
    }

    private static boolean isStripped(char c) {
        return c == 0 || Tokens.isSpace(c);
    }

    private static String withoutNewlines(String text) {
        return text.replace("\r\n", "").replace("\n", "");
    }

    private static Val slice(Val input, Arguments args) {
        int from = Numbers.integer(args.get(0));
        int length = args.has(1) ? Numbers.integer(args.get(1)) : 1;
        if (input instanceof Val.Data(Value.Items(var items))) {
            int start = from < 0 ? items.size() + from : from;
            if (start < 0 || start > items.size() || length < 0) return Val.of(List.of());
            return Val.of(items.subList(start, (int) Math.min(items.size(), (long) start + length)));
        }
        String text = Texts.of(input);
        int size = text.codePointCount(0, text.length());
        int start = from < 0 ? size + from : from;
        if (start < 0 || start > size || length < 0) return Val.of("");
        int end = (int) Math.min(size, (long) start + length);
        int first = text.offsetByCodePoints(0, start);
        return Val.of(text.substring(first, text.offsetByCodePoints(first, end - start)));
    }

    private static Val split(Val input, Arguments args) {
        String text = Texts.of(input);
        String by = args.text(0);
        args.context().chargeSearch(text.length(), by.length());
        List<Value> parts = new ArrayList<>();
        if (by.isEmpty()) {
            args.context().charge(text.length());
            text.codePoints().forEach(c -> parts.add(Value.of(Character.toString(c))));
        } else if (by.equals(" ")) {
            for (String word : words(text, Integer.MAX_VALUE)) parts.add(Value.of(word));
        } else {
            int from = 0;
            for (int i = text.indexOf(by); i >= 0; i = text.indexOf(by, from)) {
                args.context().charge(1);
                parts.add(Value.of(text.substring(from, i)));
                from = i + by.length();
            }
            parts.add(Value.of(text.substring(from)));
            while (!parts.isEmpty() && parts.getLast().equals(Value.of(""))) parts.removeLast();
        }
        return Val.of(parts);
    }

    private static Val truncate(Val input, Arguments args) {
        if (input.isNil()) return Val.of("");
        String text = Texts.of(input);
        int length = args.has(0) ? Numbers.integer(args.get(0)) : TRUNCATED_CHARS;
        String end = args.has(1) ? args.text(1) : "...";
        if (text.codePointCount(0, text.length()) <= length) return Val.of(text);
        int kept = Math.max(0, length - end.codePointCount(0, end.length()));
        return Val.of(text.substring(0, text.offsetByCodePoints(0, kept)) + end);
    }

    private static Val truncateWords(Val input, Arguments args) {
        if (input.isNil()) return Val.of("");
        String text = Texts.of(input);
        int wanted = Math.max(1, args.has(0) ? Numbers.integer(args.get(0)) : TRUNCATED_WORDS);
        String end = args.has(1) ? args.text(1) : "...";
        List<String> words = words(text, wanted == Integer.MAX_VALUE ? wanted : wanted + 1);
        if (words.size() <= wanted) return Val.of(text);
        return Val.of(String.join(" ", words.subList(0, wanted)) + end);
    }

    /** The words of a text, at most so many. */
    private static List<String> words(String text, int max) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (words.size() < max) {
            while (i < text.length() && isStripped(text.charAt(i))) i++;
            if (i == text.length()) break;
            int start = i;
            while (i < text.length() && !isStripped(text.charAt(i))) i++;
            words.add(text.substring(start, i));
        }
        return words;
    }
}
