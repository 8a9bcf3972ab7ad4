package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parsed Liquid template. Immutable: any number of threads may render it at once, and equal data and settings give equal
 * text. It follows Shopify's Liquid, strictly read: what the reference only tolerates is an error here, and so are filters
 * and tags it does not know. It adds {@code {% abort_message('reason') %}}, {@code json}, {@code raw} and the argument
 * {@code zone} of {@code date}; in {@code render} the data stay visible, the caller's variables do not.
 *
 * @see <a href="https://shopify.github.io/liquid/">Liquid, the reference</a>
 */
public final class Template {
    private final Source source;
    private final Body body;
    private final Partial.Shelf shelf;

    private Template(Source source, Body body, Partial.Shelf shelf) {
        this.source = source;
        this.body = body;
        this.shelf = shelf;
    }

    /** Parses a template without partials, under {@link Limits#DEFAULT}; throws what the other does. */
    public static Template parse(String source) {
        return parse("template", source, Partials.NONE, Limits.DEFAULT);
    }

    /**
     * Parses a template and the partials it names by literals, and those they name.
     *
     * @param name what error messages call the template
     * @throws TemplateException when it or a partial is not a template, too large, or names a partial that is not there
     */
    public static Template parse(String name, String source, Partials partials, Limits limits) {
        var main = new Source(name, source);
        var parser = new BlockParser(main, limits);
        Body body = parser.all();
        Map<String, Partial> parsed = new LinkedHashMap<>();
        record Wanted(Source by, Token reference) {}
        Deque<Wanted> wanted = new ArrayDeque<>();
        for (Token reference : parser.partials()) wanted.add(new Wanted(main, reference));
        while (!wanted.isEmpty()) {
            Wanted next = wanted.remove();
            String partialName = next.reference().text();
            if (parsed.containsKey(partialName)) continue;
            int offset = next.reference().offset();
            if (parsed.size() >= limits.partialsMax()) {
                throw next.by().error(offset, "more than " + limits.partialsMax() + " partials are used");
            }
            String text = partials.find(partialName)
                    .orElseThrow(
                            () -> next.by().error(offset, "there is no partial named " + Problem.show(partialName)));
            var partialSource = new Source(partialName, text);
            var partialParser = new BlockParser(partialSource, limits);
            parsed.put(partialName, new Partial(partialSource, partialParser.all()));
            for (Token reference : partialParser.partials()) wanted.add(new Wanted(partialSource, reference));
        }
        return new Template(main, body, new Partial.Shelf(parsed, partials));
    }

    /** What error messages call it. */
    public String name() {
        return source.name();
    }

    /** Renders once. Never throws for what stands in template or data: a problem is a {@link Rendering.Failed}. */
    public Rendering render(Value.Fields data, RenderSettings settings) {
        var context = new RenderContext(source, shelf, data, settings);
        try {
            Flow flow = body.render(context);
            return flow == Flow.STOP
                    ? new Rendering.Aborted(context.abortReason())
                    : new Rendering.Rendered(context.text(), context.missing());
        } catch (TemplateException problem) {
            return new Rendering.Failed(problem);
        } catch (Problem problem) {
            return new Rendering.Failed(source.error(0, problem.problem()));
        }
    }
}
