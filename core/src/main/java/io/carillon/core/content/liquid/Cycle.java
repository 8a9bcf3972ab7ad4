package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cycle}: the next of its values each time; those of one name, or else with the same values, turn together. */
record Cycle(int offset, Optional<Expression> name, List<Expression> values) implements Node {
    static Cycle read(Token tag, BlockParser blocks) {
        Markup markup = blocks.markup(tag);
        Expression first = markup.expression();
        Optional<Expression> name = markup.accept(":") ? Optional.of(first) : Optional.empty();
        List<Expression> values = new ArrayList<>();
        values.add(name.isPresent() ? markup.expression() : first);
        while (markup.accept(",")) {
            if (!markup.isEnd()) values.add(markup.expression());
        }
        markup.expectEnd();
        return new Cycle(tag.offset(), name, List.copyOf(values));
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Flow render(RenderContext context) {
        String key = name.map(named -> "name:" + Texts.of(named.probe(context))).orElseGet(() -> "values:" + values);
        context.chargeChars(key.length());
        int position = context.scope().cycle(key);
        if (position < values.size()) write(values.get(position), context);
        context.scope().setCycle(key, position + 1 >= values.size() ? 0 : position + 1);
        return Flow.NEXT;
    }

    /** Literals are the author's own words, and may be markup. */
    private static void write(Expression value, RenderContext context) {
        if (value instanceof Expression.Literal(var literal)) context.write(Texts.of(literal));
        else context.write(value.evaluate(context));
    }
}
