package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** The small tags. */
final class Simple {
    private Simple() {}

    /** {@code {% raw %}}: never blank, as someone wanted it as it is. */
    record Raw(int offset, String text) implements Node {
        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public Flow render(RenderContext context) {
            context.write(text);
            return Flow.NEXT;
        }
    }

    record Assign(int offset, String name, Expression expression) implements Node {
        static Assign read(Token tag, BlockParser blocks) {
            Markup markup = blocks.markup(tag);
            String name = markup.target(false);
            markup.expect("=");
            if (markup.isEnd()) throw markup.expected("a value");
            Expression expression = markup.filtered();
            markup.expectEnd();
            return new Assign(tag.offset(), name, expression);
        }

        @Override
        public boolean isBlank() {
            return true;
        }

        @Override
        public Flow render(RenderContext context) {
            Val val = expression.evaluate(context);
            context.chargeChars(name.length());
            context.scope().assign(name, val);
            return Flow.NEXT;
        }
    }

    record Capture(int offset, String name, Body body) implements Node {
        static Capture read(Token tag, BlockParser blocks) {
            Markup markup = blocks.markup(tag);
            String name = markup.target(true);
            markup.expectEnd();
            return new Capture(
                    tag.offset(),
                    name,
                    blocks.section(tag, List.of("endcapture")).body());
        }

        @Override
        public boolean isBlank() {
            return true;
        }

        @Override
        public Flow render(RenderContext context) {
            RenderContext.Captured captured = context.capture(body);
            context.scope().assign(name, context.ready(captured.text()));
            return captured.flow();
        }
    }

    /** Counters live apart from variables, and start at the data's number of that name, or zero. */
    record Counter(int offset, String name, boolean up) implements Node {
        static Counter read(Token tag, BlockParser blocks) {
            Markup markup = blocks.markup(tag);
            String name = markup.target(false);
            markup.expectEnd();
            return new Counter(tag.offset(), name, tag.name().equals("increment"));
        }

        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public Flow render(RenderContext context) {
            Optional<Long> known = context.scope().counter(name);
            long before = known.orElseGet(() -> start(context));
            context.scope().setCounter(name, up ? before + 1 : before - 1);
            context.write(String.valueOf(up ? before : before - 1));
            return Flow.NEXT;
        }

        private long start(RenderContext context) {
            boolean whole = context.data(name) instanceof Val.Data(Value.Num(var number))
                    && Numbers.isWhole(number)
                    && number.precision() - number.scale() < 18;
            return whole ? Numbers.of(context.data(name)).longValue() : 0;
        }
    }

    /** Writes its inside when that differs from the last time. */
    record IfChanged(int offset, Body body) implements Node {
        static IfChanged read(Token tag, BlockParser blocks) {
            return new IfChanged(
                    tag.offset(), blocks.section(tag, List.of("endifchanged")).body());
        }

        @Override
        public boolean isBlank() {
            return body.isBlank();
        }

        @Override
        public Flow render(RenderContext context) {
            RenderContext.Captured captured = context.capture(body);
            if (context.scope().changesTo(captured.text())) context.write(captured.text());
            return captured.flow();
        }
    }

    /** {@code break} and {@code continue}. */
    record Jump(int offset, Flow flow) implements Node {
        static Jump read(Token tag, Flow flow, BlockParser blocks) {
            blocks.markup(tag).expectEnd();
            return new Jump(tag.offset(), flow);
        }

        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public Flow render(RenderContext context) {
            return flow;
        }
    }

    /** {@code {% abort_message('reason') %}}: this message is not to be sent. */
    record Abort(int offset, Expression reason) implements Node {
        static Abort read(Token tag, BlockParser blocks) {
            Markup markup = blocks.markup(tag);
            boolean bracketed = markup.accept("(");
            Expression reason =
                    bracketed && markup.peek().is(")") ? new Expression.Literal(Val.of("")) : markup.filtered();
            if (bracketed) markup.expect(")");
            markup.expectEnd();
            return new Abort(tag.offset(), reason);
        }

        @Override
        public boolean isBlank() {
            return true;
        }

        @Override
        public Flow render(RenderContext context) {
            Val val = reason.evaluate(context);
            context.weigh(val);
            context.abort(Texts.of(val));
            return Flow.STOP;
        }
    }
}
