package io.carillon.core.content;

import io.carillon.core.content.liquid.Limits;
import io.carillon.core.content.liquid.Partials;
import io.carillon.core.content.liquid.RenderSettings;
import io.carillon.core.content.liquid.Rendering;
import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageDefinition.ChannelText;
import io.carillon.core.person.Channel;
import io.carillon.core.value.JsonSyntax;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One message with its templates parsed: makes of a person's data exactly what that person sees. Immutable. */
public final class Composer {
    private static final String SUBJECT = "subject";
    private static final String HTML = "html";
    private static final String TEXT = "text";
    private static final String TITLE = "title";
    private static final String BODY = "body";

    private final Map<Channel, Map<String, Template>> templates;

    private Composer(Map<Channel, Map<String, Template>> templates) {
        this.templates = templates;
    }

    /** What came of it. */
    public sealed interface Composition {
        /**
         * It may be sent.
         *
         * @param missing paths that the templates write and the data do not have
         */
        record Composed(Content content, List<String> missing) implements Composition {}

        /** It must not be sent, and why. */
        record NotComposed(String why) implements Composition {}
    }

    /**
     * Parses every template of a message.
     *
     * @throws TemplateException at the first that is not one
     */
    public static Composer of(MessageDefinition message) {
        var templates = new EnumMap<Channel, Map<String, Template>>(Channel.class);
        message.channels().forEach((channel, text) -> templates.put(channel, parsed(message, channel, text)));
        return new Composer(Collections.unmodifiableMap(templates));
    }

    private static Map<String, Template> parsed(MessageDefinition message, Channel channel, ChannelText text) {
        var parts = new LinkedHashMap<String, Template>();
        text.parts().forEach((part, source) -> {
            String name = message.name().text() + "." + channel.word() + "." + part;
            parts.put(part, Template.parse(name, source, Partials.NONE, Limits.DEFAULT));
        });
        return Collections.unmodifiableMap(parts);
    }

    /**
     * Renders the message for one person on one channel. Equal inputs give equal content.
     *
     * @param unsubscribeUrl one-click address, when the message is marketing
     */
    public Composition compose(
            Channel channel, Value.Fields data, Optional<String> unsubscribeUrl, Instant now, ZoneId zone) {
        Map<String, Template> parts = templates.get(channel);
        if (parts == null) return new Composition.NotComposed("the message has no " + channel.word() + " form");
        var rendered = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        for (Map.Entry<String, Template> part : parts.entrySet()) {
            RenderSettings settings = settings(channel, part.getKey(), now, zone);
            switch (part.getValue().render(data, settings)) {
                case Rendering.Rendered(var text, var gaps) -> {
                    rendered.put(part.getKey(), text);
                    missing.addAll(gaps);
                }
                case Rendering.Aborted(var reason) -> {
                    return new Composition.NotComposed("the template says not to send: " + reason);
                }
                case Rendering.Failed(var problem) -> {
                    return new Composition.NotComposed(String.valueOf(problem.getMessage()));
                }
            }
        }
        if (channel == Channel.WEBHOOK) {
            Optional<String> fault = JsonSyntax.fault(rendered.getOrDefault(BODY, ""));
            if (fault.isPresent()) return new Composition.NotComposed("the body is not JSON: " + fault.get());
        }
        return new Composition.Composed(content(channel, rendered, unsubscribeUrl), missing);
    }

    private static RenderSettings settings(Channel channel, String part, Instant now, ZoneId zone) {
        if (part.equals(HTML)) return RenderSettings.html(now, zone);
        return channel == Channel.WEBHOOK ? RenderSettings.json(now, zone) : RenderSettings.text(now, zone);
    }

    private static Content content(Channel channel, Map<String, String> parts, Optional<String> unsubscribeUrl) {
        if (channel != Channel.EMAIL) return shortContent(parts);
        String html = parts.getOrDefault(HTML, "");
        String text = parts.containsKey(TEXT) ? parts.getOrDefault(TEXT, "") : PlainText.fromHtml(html);
        return new Content.Email(line(parts.getOrDefault(SUBJECT, "")), html, text, unsubscribeUrl);
    }

    private static Content shortContent(Map<String, String> parts) {
        String title = line(parts.getOrDefault(TITLE, ""));
        String body = parts.getOrDefault(BODY, "");
        return title.isEmpty() ? new Content.Plain(body) : new Content.Titled(title, body);
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
