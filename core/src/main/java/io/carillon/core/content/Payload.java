package io.carillon.core.content;

import io.carillon.core.content.Composer.Composition;
import io.carillon.core.content.liquid.Limits;
import io.carillon.core.content.liquid.Partials;
import io.carillon.core.content.liquid.RenderSettings;
import io.carillon.core.content.liquid.Rendering;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.message.Content;
import io.carillon.core.value.JsonSyntax;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A template of JSON that is no message, parsed: what a journey tells a webhook. Immutable. */
public final class Payload {
    private final Template template;

    private Payload(Template template) {
        this.template = template;
    }

    /**
     * Parses it.
     *
     * @throws TemplateException if it is no template
     */
    public static Payload of(String source) {
        return new Payload(Template.parse("body", source, Partials.NONE, Limits.DEFAULT));
    }

    /** Equal inputs give equal content, which is JSON. */
    public Composition compose(Value.Fields data, Instant now, ZoneId zone) {
        return switch (template.render(data, RenderSettings.json(now, zone))) {
            case Rendering.Rendered(var text, var missing) -> {
                Optional<String> fault = JsonSyntax.fault(text);
                yield fault.isPresent()
                        ? new Composition.NotComposed("the body is not JSON: " + fault.get())
                        : new Composition.Composed(new Content.Plain(text), missing);
            }
            case Rendering.Aborted(var reason) ->
                new Composition.NotComposed("the template says not to send: " + reason);
            case Rendering.Failed(var problem) -> new Composition.NotComposed(String.valueOf(problem.getMessage()));
        };
    }
}
