package io.carillon.core.content.liquid;

import io.carillon.core.value.LetterCase;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Locale;

/** Filters that change a text, its case, or what stands in it. */
final class TextFilters {
    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("append", 1, 1, (input, args) -> glued(input, args.get(0), args.context())),
            Filter.spec("prepend", 1, 1, (input, args) -> glued(args.get(0), input, args.context())),
            Filter.spec("capitalize", 0, 0, (input, args) -> Val.of(capitalized(Texts.of(input)))),
            Filter.spec("downcase", 0, 0, (input, args) -> Val.of(LetterCase.lower(Texts.of(input)))),
            Filter.spec("upcase", 0, 0, (input, args) -> Val.of(LetterCase.upper(Texts.of(input)))),
            new Filter.Spec("default", 0, 1, List.of("allow_false"), TextFilters::orDefault),
            Filter.spec("replace", 1, 2, (input, args) -> replaced(input, args.text(0), args.text(1), args)),
            Filter.spec("replace_first", 1, 2, (input, args) -> replacedFirst(input, args.text(0), args.text(1), args)),
            Filter.spec("replace_last", 2, 2, (input, args) -> replacedLast(input, args.text(0), args.text(1), args)),
            Filter.spec("remove", 1, 1, (input, args) -> replaced(input, args.text(0), "", args)),
            Filter.spec("remove_first", 1, 1, (input, args) -> replacedFirst(input, args.text(0), "", args)),
            Filter.spec("remove_last", 1, 1, (input, args) -> replacedLast(input, args.text(0), "", args)));

    private TextFilters() {}

    /** What needs no escaping, glued to text, needs none either: the text is escaped on the way in. */
    private static Val glued(Val first, Val second, RenderContext context) {
        if (first instanceof Val.Markup || second instanceof Val.Markup) {
            return new Val.Markup(context.escaped(first) + context.escaped(second));
        }
        String a = Texts.of(first);
        String b = Texts.of(second);
        context.checkChars((long) a.length() + b.length());
        return Val.of(a + b);
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) return text;
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + LetterCase.lower(text.substring(first));
    }

    private static Val orDefault(Val input, Arguments args) {
        boolean allowFalse = args.named("allow_false").isTruthy();
        boolean missing = switch (input) {
            case Val.Data(Value.Flag(var flag)) -> !flag && !allowFalse;
            case Val.Data(Value.Text(var text)) -> text.isEmpty();
            case Val.Data(Value.Items(var items)) -> items.isEmpty();
            case Val.Data(Value.Fields fields) -> fields.isEmpty();
            case Val.Markup(var html) -> html.isEmpty();
            case Val.Data _, Val.Range _, Val.Looping _ -> false;
            case Val.Special special -> special != Val.Special.BLANK;
        };
        return !missing ? input : args.has(0) ? args.get(0) : Val.of("");
    }

    private static Val replaced(Val input, String part, String by, Arguments args) {
        String text = Texts.of(input);
        args.context().chargeSearch(text.length(), part.length());
        long found = part.isEmpty() ? text.codePointCount(0, text.length()) + 1L : occurrences(text, part);
        args.context().checkChars(text.length() + found * Math.max(0, by.length() - part.length()));
        args.context().charge(found);
        return Val.of(part.isEmpty() ? interleaved(text, by) : text.replace(part, by));
    }

    private static long occurrences(String text, String part) {
        long found = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) found++;
        return found;
    }

    private static String interleaved(String text, String by) {
        var out = new StringBuilder(by);
        text.codePoints().forEach(c -> out.appendCodePoint(c).append(by));
        return out.toString();
    }

    private static Val replacedFirst(Val input, String part, String by, Arguments args) {
        String text = Texts.of(input);
        args.context().chargeSearch(text.length(), part.length());
        return replacedAt(text, text.indexOf(part), part, by);
    }

    private static Val replacedLast(Val input, String part, String by, Arguments args) {
        String text = Texts.of(input);
        args.context().chargeSearch(text.length(), part.length());
        return replacedAt(text, text.lastIndexOf(part), part, by);
    }

    private static Val replacedAt(String text, int at, String part, String by) {
        return Val.of(at < 0 ? text : text.substring(0, at) + by + text.substring(at + part.length()));
    }
}
