package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code include}, which sees and changes our variables, and {@code render}, which sees the data and what it is given.
 */
record PartialCall(
        int offset, boolean isolated, Expression name, Optional<Subject> subject, Map<String, Expression> arguments)
        implements Node {

    PartialCall {
        arguments = Collections.unmodifiableMap(arguments);
    }

    /** What the partial is about, as a whole or item by item, under the alias or else the partial's own name. */
    record Subject(Expression expression, boolean each, Optional<String> alias) {}

    static PartialCall read(Token tag, BlockParser blocks) {
        boolean isolated = tag.name().equals("render");
        Markup markup = blocks.markup(tag);
        if (isolated && markup.peek().kind() != Lexeme.Kind.TEXT) throw markup.expected("a partial's name in quotes");
        if (markup.peek().kind() == Lexeme.Kind.TEXT)
            blocks.notePartial(markup.peek().offset(), markup.peek().text());
        Expression name = markup.expression();
        Optional<Subject> subject = subject(markup);
        Map<String, Expression> arguments = new LinkedHashMap<>();
        while (!markup.isEnd()) {
            if (markup.accept(",")) continue;
            if (!markup.isNamedArgument()) throw markup.expected("an argument such as 'name: value', or the end");
            markup.readNamed(arguments);
        }
        return new PartialCall(tag.offset(), isolated, name, subject, arguments);
    }

    private static Optional<Subject> subject(Markup markup) {
        if (markup.isNamedArgument()) return Optional.empty();
        boolean each = markup.acceptName("for");
        if (!each && !markup.acceptName("with")) return Optional.empty();
        Expression expression = markup.expression();
        Optional<String> alias = markup.acceptName("as") ? Optional.of(markup.target(false)) : Optional.empty();
        return Optional.of(new Subject(expression, each, alias));
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Flow render(RenderContext context) {
        if (!isolated && context.scope().isIsolated()) {
            throw new Problem("include cannot stand in a partial that is rendered; expected render");
        }
        Val named = name.evaluate(context);
        if (!(named instanceof Val.Data(Value.Text(var partialName)))) {
            throw new Problem("a partial's name is " + Problem.show(Texts.of(named)) + "; expected a text");
        }
        Partial partial = context.partial(partialName);
        Map<String, Val> given = new LinkedHashMap<>();
        arguments.forEach((argument, value) -> given.put(argument, value.evaluate(context)));
        if (subject.isEmpty()) return once(partial, given, context);
        Val about = subject.get().expression().evaluate(context);
        String variable =
                subject.get().alias().orElseGet(() -> partialName.substring(partialName.lastIndexOf('/') + 1));
        boolean listed = about instanceof Val.Data(Value.Items _) || (about instanceof Val.Range && isolated);
        if (listed && (!isolated || subject.get().each())) {
            return each(partial, variable, Items.of(about, context), given, context);
        }
        given.put(variable, about);
        return once(partial, given, context);
    }

    private Flow each(Partial partial, String variable, Items items, Map<String, Val> given, RenderContext context) {
        Loop loop = Loop.over(variable, items.size(), Optional.empty());
        if (isolated) given.put("forloop", new Val.Looping(loop));
        for (long i = 0; i < items.size(); i++) {
            context.charge(1);
            loop.moveTo(i);
            given.put(variable, items.get(i));
            Flow flow = once(partial, given, context);
            if (flow != Flow.NEXT) return flow;
        }
        return Flow.NEXT;
    }

    private Flow once(Partial partial, Map<String, Val> given, RenderContext context) {
        return isolated ? alone(partial, given, context) : inside(partial, given, context);
    }

    private static Flow inside(Partial partial, Map<String, Val> given, RenderContext context) {
        Scope scope = context.scope();
        scope.push().putAll(given);
        Flow flow = context.render(partial, scope);
        scope.pop();
        return flow;
    }

    /** What it is given it may assign anew. A loop around it is not the partial's to leave. */
    private static Flow alone(Partial partial, Map<String, Val> given, RenderContext context) {
        var scope = new Scope(true);
        given.forEach(scope::assign);
        Flow flow = context.render(partial, scope);
        return flow == Flow.STOP ? Flow.STOP : Flow.NEXT;
    }
}
