package io.carillon.core.content.liquid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code item in list limit: 3 offset: 2 reversed}: what {@code for} and {@code tablerow} start with. */
record LoopHead(
        String variable,
        Expression list,
        String name,
        boolean reversed,
        boolean continued,
        Map<String, Expression> named) {
    LoopHead {
        named = Collections.unmodifiableMap(named);
    }

    static LoopHead read(Markup markup, List<String> allowed) {
        String variable = markup.target(false);
        markup.expectName("in");
        Lexeme first = markup.peek();
        Expression list = markup.expression();
        String name = variable + "-" + markup.textSince(first);
        Map<String, Expression> named = new LinkedHashMap<>();
        boolean reversed = false;
        boolean continued = false;
        while (!markup.isEnd()) {
            if (markup.accept(",")) continue;
            if (allowed.contains("reversed") && markup.acceptName("reversed")) {
                reversed = true;
                continue;
            }
            if (!markup.isNamedArgument() || !allowed.contains(markup.peek().text())) {
                throw markup.expected(String.join(", ", allowed) + ", or the end");
            }
            if (markup.acceptOffsetContinue()) continued = true;
            else markup.readNamed(named);
        }
        return new LoopHead(variable, list, name, reversed, continued, named);
    }

    /** The part of the list to loop over; remembers where the next {@code offset: continue} starts. */
    Items items(Val of, RenderContext context) {
        Items all = Items.of(of, context);
        long offset = continued
                ? context.scope().offset(name)
                : number("offset", context).orElse(0);
        long from = Math.clamp(offset, 0, all.size());
        long size = Math.clamp((long) number("limit", context).orElse(Integer.MAX_VALUE), 0, all.size() - from);
        context.scope().setOffset(name, offset + size);
        return new Items.Segment(all, from, size, reversed);
    }

    Optional<Integer> number(String argument, RenderContext context) {
        Expression expression = named.get(argument);
        if (expression == null) return Optional.empty();
        Val val = expression.probe(context);
        if (val.isNil()) return Optional.empty();
        try {
            return Optional.of(Numbers.integer(val));
        } catch (Problem problem) {
            throw new Problem(argument + ": " + problem.problem());
        }
    }
}
