package io.carillon.core.content.liquid;

/** A part of a parsed template. Immutable: what changes is in the context. */
interface Node {
    /** Where it starts in its source. */
    int offset();

    /** Whether it writes nothing but white space; a block of such nodes loses the white space too. */
    boolean isBlank();

    /** Writes its part; throws {@link Problem} when it cannot, to which {@link Body} adds the place. */
    Flow render(RenderContext context);

    /** Text outside of tags. */
    record Plain(int offset, String text) implements Node {
        @Override
        public boolean isBlank() {
            return text.isBlank();
        }

        @Override
        public Flow render(RenderContext context) {
            context.write(text);
            return Flow.NEXT;
        }
    }

    /** {@code {{ ... }}} and {@code {% echo ... %}}. */
    record Output(int offset, Expression expression) implements Node {
        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public Flow render(RenderContext context) {
            context.write(expression.evaluate(context));
            return Flow.NEXT;
        }
    }
}
