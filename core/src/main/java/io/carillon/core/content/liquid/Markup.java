package io.carillon.core.content.liquid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the markup of one output or tag, word by word. */
final class Markup {
    private final Source source;
    private final List<Lexeme> words;
    private final int nestingMax;
    private int at;
    private int depth;

    Markup(Source source, int from, String text, Limits limits) {
        this.source = source;
        this.words = Lexeme.read(source, from, text);
        this.nestingMax = limits.nestingMax();
    }

    Lexeme peek() {
        return words.get(at);
    }

    private Lexeme peekSecond() {
        return words.get(Math.min(at + 1, words.size() - 1));
    }

    Lexeme take() {
        Lexeme word = peek();
        if (at < words.size() - 1) at++;
        return word;
    }

    boolean isEnd() {
        return peek().kind() == Lexeme.Kind.END;
    }

    boolean accept(String sign) {
        boolean found = peek().is(sign);
        if (found) at++;
        return found;
    }

    boolean acceptName(String name) {
        boolean found = peek().isName(name);
        if (found) at++;
        return found;
    }

    TemplateException expected(String what) {
        return source.error(peek().offset(), "unexpected " + peek().shown() + "; expected " + what);
    }

    void expect(String sign) {
        if (!accept(sign)) throw expected(Problem.show(sign));
    }

    void expectName(String name) {
        if (!acceptName(name)) throw expected(Problem.show(name));
    }

    void expectEnd() {
        if (!isEnd()) throw expected("the end");
    }

    /** The name of a variable to set. */
    String target(boolean quoted) {
        Lexeme word = peek();
        boolean digits =
                word.kind() == Lexeme.Kind.NUMBER && word.text().chars().allMatch(Character::isDigit);
        if (word.kind() == Lexeme.Kind.NAME || digits || (quoted && word.kind() == Lexeme.Kind.TEXT)) {
            return take().text();
        }
        throw expected("a name");
    }

    /** The source of what was read since a word, for what goes by its text. */
    String textSince(Lexeme first) {
        return source.text()
                .substring(start(first), Math.max(start(first), lastEnd()))
                .strip();
    }

    private static int start(Lexeme word) {
        return word.offset();
    }

    private int lastEnd() {
        Lexeme last = words.get(at - 1);
        return last.offset() + last.text().length() + (last.kind() == Lexeme.Kind.TEXT ? 2 : 0);
    }

    /** An expression with its filters; nothing at all is nil. */
    Expression filtered() {
        if (isEnd()) return new Expression.Literal(Val.Special.NIL);
        Expression base = expression();
        List<FilterCall> calls = new ArrayList<>();
        while (accept("|")) calls.add(filter());
        return calls.isEmpty() ? base : new Expression.Filtered(base, calls);
    }

    private FilterCall filter() {
        Lexeme name = peek();
        if (name.kind() != Lexeme.Kind.NAME) throw expected("a filter's name");
        take();
        Filter.Spec spec = Filters.find(name.text())
                .orElseThrow(() -> source.error(name.offset(), "filter " + name.shown() + " is not known"));
        List<Expression> values = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        if (accept(":")) {
            do {
                if (isNamedArgument()) readNamed(named);
                else values.add(expression());
            } while (accept(","));
        }
        check(name, spec, values, named);
        return new FilterCall(name.offset(), spec, List.copyOf(values), named);
    }

    private void check(Lexeme name, Filter.Spec spec, List<Expression> values, Map<String, Expression> named) {
        if (values.size() < spec.argumentsMin() || values.size() > spec.argumentsMax()) {
            String range = spec.argumentsMin() == spec.argumentsMax()
                    ? String.valueOf(spec.argumentsMin())
                    : spec.argumentsMin() + " to " + spec.argumentsMax();
            throw source.error(
                    name.offset(), "filter " + spec.name() + " has " + values.size() + " arguments; expected " + range);
        }
        for (String given : named.keySet()) {
            if (!spec.named().contains(given)) {
                throw source.error(
                        name.offset(), "filter " + spec.name() + " has no argument named " + Problem.show(given));
            }
        }
    }

    boolean isNamedArgument() {
        return peek().kind() == Lexeme.Kind.NAME && peekSecond().is(":");
    }

    /** {@code name: expression}. */
    void readNamed(Map<String, Expression> named) {
        String name = take().text();
        expect(":");
        named.put(name, expression());
    }

    /** {@code offset: continue}. */
    boolean acceptOffsetContinue() {
        boolean found = peek().isName("offset")
                && words.get(Math.min(at + 2, words.size() - 1)).isName("continue");
        if (found) at += 3;
        return found;
    }

    Expression expression() {
        if (++depth > nestingMax) throw source.error(peek().offset(), "nested more than " + nestingMax + " deep");
        Expression read = one();
        depth--;
        return read;
    }

    private Expression one() {
        Lexeme word = peek();
        return switch (word.kind()) {
            case TEXT -> {
                take();
                yield new Expression.Literal(Val.of(word.text()));
            }
            case NUMBER -> {
                take();
                yield new Expression.Literal(number(word));
            }
            case NAME -> nameOrPath();
            case SIGN, END -> {
                if (accept("(")) yield range();
                if (word.is("[")) yield path(step());
                throw expected("a value");
            }
        };
    }

    private Val number(Lexeme word) {
        if (word.text().length() > Numbers.DIGITS_MAX) {
            throw source.error(word.offset(), "a number has more than " + Numbers.DIGITS_MAX + " digits");
        }
        return Val.of(Numbers.result(new BigDecimal(word.text())));
    }

    private Expression range() {
        Expression first = expression();
        expect("..");
        Expression last = expression();
        expect(")");
        return new Expression.RangeOf(first, last);
    }

    private Expression nameOrPath() {
        Lexeme name = take();
        boolean alone = !peek().is(".") && !peek().is("[");
        if (alone) {
            switch (name.text()) {
                case "nil", "null" -> {
                    return new Expression.Literal(Val.Special.NIL);
                }
                case "true" -> {
                    return new Expression.Literal(Val.of(true));
                }
                case "false" -> {
                    return new Expression.Literal(Val.of(false));
                }
                case "empty" -> {
                    return new Expression.Literal(Val.Special.EMPTY);
                }
                case "blank" -> {
                    return new Expression.Literal(Val.Special.BLANK);
                }
                default -> {}
            }
        }
        return path(new Expression.Path.Step(new Expression.Literal(Val.of(name.text())), true));
    }

    private Expression path(Expression.Path.Step root) {
        List<Expression.Path.Step> steps = new ArrayList<>();
        while (peek().is(".") || peek().is("[")) steps.add(step());
        return new Expression.Path(root, steps);
    }

    private Expression.Path.Step step() {
        if (accept(".")) {
            if (peek().kind() != Lexeme.Kind.NAME) throw expected("a name");
            return new Expression.Path.Step(new Expression.Literal(Val.of(take().text())), true);
        }
        expect("[");
        Expression key = expression();
        expect("]");
        return new Expression.Path.Step(key, false);
    }
}
