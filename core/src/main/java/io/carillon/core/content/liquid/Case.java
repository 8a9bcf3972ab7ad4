package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.List;

/** {@code case}: each value of a branch that equals the subject renders the block; {@code else} when none did so far. */
record Case(int offset, Expression subject, List<When> whens, boolean isBlank) implements Node {
    record When(boolean isElse, List<Expression> values, Body body) {}

    static Case read(Token tag, BlockParser blocks) {
        Markup markup = blocks.markup(tag);
        Expression subject = markup.expression();
        markup.expectEnd();
        List<String> ends = List.of("when", "else", "endcase");
        Token opening = blocks.section(tag, ends).next();
        List<When> whens = new ArrayList<>();
        while (!opening.name().equals("endcase")) {
            boolean isElse = opening.name().equals("else");
            List<Expression> values = isElse ? List.of() : values(blocks.markup(opening));
            BlockParser.Section section = blocks.section(tag, ends);
            whens.add(new When(isElse, values, section.body()));
            opening = section.next();
        }
        boolean blank = whens.stream().allMatch(when -> when.body().isBlank());
        if (blank) {
            whens.replaceAll(
                    when -> new When(when.isElse(), when.values(), when.body().withoutWhiteSpace()));
        }
        return new Case(tag.offset(), subject, List.copyOf(whens), blank);
    }

    private static List<Expression> values(Markup markup) {
        List<Expression> values = new ArrayList<>();
        do values.add(markup.expression());
        while (markup.accept(",") || markup.acceptName("or"));
        if (!markup.isEnd()) throw markup.expected("',', 'or', or the end");
        return List.copyOf(values);
    }

    @Override
    public Flow render(RenderContext context) {
        Val wanted = subject.probe(context);
        boolean matched = false;
        for (When when : whens) {
            long times = when.isElse() ? (matched ? 0 : 1) : matches(when, wanted, context);
            if (!when.isElse()) matched |= times > 0;
            for (long i = 0; i < times; i++) {
                Flow flow = when.body().render(context);
                if (flow != Flow.NEXT) return flow;
            }
        }
        return Flow.NEXT;
    }

    private static long matches(When when, Val wanted, RenderContext context) {
        long matches = 0;
        for (Expression value : when.values()) {
            context.charge(1);
            if (Comparisons.equal(wanted, value.probe(context), context)) matches++;
        }
        return matches;
    }
}
