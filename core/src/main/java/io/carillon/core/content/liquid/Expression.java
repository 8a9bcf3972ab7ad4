package io.carillon.core.content.liquid;

import java.util.List;

/** Something that gives a value. */
sealed interface Expression {
    Val evaluate(RenderContext context);

    /** The same, for a test: a path that is not there is not noted as missing. */
    default Val probe(RenderContext context) {
        return evaluate(context);
    }

    record Literal(Val val) implements Expression {
        @Override
        public Val evaluate(RenderContext context) {
            return val;
        }
    }

    record RangeOf(Expression first, Expression last) implements Expression {
        @Override
        public Val evaluate(RenderContext context) {
            return new Val.Range(Numbers.bound(first.evaluate(context)), Numbers.bound(last.evaluate(context)));
        }
    }

    /** A variable, and the way from it: {@code customer.orders[0].total}. */
    record Path(Step root, List<Step> steps) implements Expression {
        /** {@code .key} when dotted, else {@code [key]}: only with a dot are size, first and last computed. */
        record Step(Expression key, boolean dotted) {}

        public Path {
            steps = List.copyOf(steps);
        }

        @Override
        public Val evaluate(RenderContext context) {
            Val found = walk(context);
            if (found != Val.Special.ABSENT) return found;
            context.noteMissing(shown(context));
            return Val.Special.NIL;
        }

        @Override
        public Val probe(RenderContext context) {
            Val found = walk(context);
            return found == Val.Special.ABSENT ? Val.Special.NIL : found;
        }

        private Val walk(RenderContext context) {
            Val at = context.lookup(Texts.of(root.key().probe(context)));
            for (Step step : steps) {
                context.charge(1);
                at = Access.get(at, step.key().probe(context), step.dotted());
            }
            return at;
        }

        private String shown(RenderContext context) {
            var out = new StringBuilder(Texts.of(root.key().probe(context)));
            for (Step step : steps) {
                Val key = step.key().probe(context);
                if (step.dotted()) out.append('.').append(Texts.of(key));
                else out.append('[').append(Texts.of(key)).append(']');
                if (out.length() > 200) return out.substring(0, 200);
            }
            return out.toString();
        }
    }

    /** An expression sent through filters, left to right. */
    record Filtered(Expression base, List<FilterCall> calls) implements Expression {
        public Filtered {
            calls = List.copyOf(calls);
        }

        @Override
        public Val evaluate(RenderContext context) {
            boolean hasDefault =
                    calls.stream().anyMatch(call -> call.spec().name().equals("default"));
            Val val = hasDefault ? base.probe(context) : base.evaluate(context);
            for (FilterCall call : calls) val = call.apply(val, context);
            return val;
        }
    }
}
