package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code if} asks: comparisons joined by {@code and} and {@code or}, read from the right, so that
 * {@code a and b or c} is {@code a and (b or c)}.
 *
 * @param ands for each comparison but the last, whether {@code and} follows it
 */
record Condition(List<Comparison> comparisons, List<Boolean> ands) {
    /** Always holds: {@code else}. */
    static final Condition ELSE = new Condition(
            List.of(new Comparison(
                    new Expression.Literal(Val.of(true)), Operator.TRUTHY, new Expression.Literal(Val.Special.NIL))),
            List.of());

    record Comparison(Expression left, Operator operator, Expression right) {}

    enum Operator {
        TRUTHY,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        CONTAINS
    }

    Condition {
        comparisons = List.copyOf(comparisons);
        ands = List.copyOf(ands);
    }

    static Condition read(Markup markup) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Boolean> ands = new ArrayList<>();
        while (true) {
            comparisons.add(comparison(markup));
            if (markup.acceptName("and")) ands.add(true);
            else if (markup.acceptName("or")) ands.add(false);
            else break;
        }
        if (!markup.isEnd()) throw markup.expected("an operator, 'and', 'or', or the end");
        return new Condition(comparisons, ands);
    }

    private static Comparison comparison(Markup markup) {
        Expression left = markup.expression();
        Operator operator = switch (markup.peek().text()) {
            case "==" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "contains" -> Operator.CONTAINS;
            default -> Operator.TRUTHY;
        };
        if (operator == Operator.TRUTHY || markup.peek().kind() == Lexeme.Kind.TEXT) {
            return new Comparison(left, Operator.TRUTHY, new Expression.Literal(Val.Special.NIL));
        }
        markup.take();
        return new Comparison(left, operator, markup.expression());
    }

    boolean holds(RenderContext context) {
        for (int i = 0; i < ands.size(); i++) {
            boolean holds = holds(comparisons.get(i), context);
            if (holds != ands.get(i)) return holds;
        }
        return holds(comparisons.getLast(), context);
    }

    private static boolean holds(Comparison comparison, RenderContext context) {
        context.charge(1);
        Val left = comparison.left().probe(context);
        Val right = comparison.right().probe(context);
        return switch (comparison.operator()) {
            case TRUTHY -> left.isTruthy();
            case EQUAL -> Comparisons.equal(left, right, context);
            case NOT_EQUAL -> !Comparisons.equal(left, right, context);
            case LESS -> Comparisons.less(left, right, false, context);
            case LESS_OR_EQUAL -> Comparisons.less(left, right, true, context);
            case GREATER -> Comparisons.less(right, left, false, context);
            case GREATER_OR_EQUAL -> Comparisons.less(right, left, true, context);
            case CONTAINS -> Comparisons.contains(left, right, context);
        };
    }
}
