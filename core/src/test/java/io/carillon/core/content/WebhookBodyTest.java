package io.carillon.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.content.Composer.Composition;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageDefinition.ChannelText;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {
    private static final String NASTY = "Zoë \"}\\\n</x>\u0001 &";
    private static final Value.Fields DATA = Value.of(Map.of(
            "name", Value.of(NASTY),
            "total", Value.of(12),
            "items", Value.of(List.of(Value.of("a\"b"), Value.of(2)))));

    @Test
    void valuesInTextsAreEscapedForJson() {
        assertThat(body("{\"name\": \"Dear {{ name }}\", \"total\": {{ total }}}"))
                .isEqualTo("{\"name\": \"Dear " + Json.escape(NASTY) + "\", \"total\": 12}");
    }

    @Test
    void whatIsJsonAlreadyIsNotEscapedAgain() {
        assertThat(body("{\"items\": {{ items | json }}, \"none\": {{ none | json }}, \"name\": {{ name | json }}}"))
                .isEqualTo("{\"items\": [\"a\\\"b\",2], \"none\": null, \"name\": \"" + Json.escape(NASTY) + "\"}");
        assertThat(body("{% capture part %}\"x\": \"{{ name }}\"{% endcapture %}{ {{ part }} }"))
                .isEqualTo("{ \"x\": \"" + Json.escape(NASTY) + "\" }");
    }

    @Test
    void gluedToTextItStaysJson() {
        assertThat(body("{% assign all = name | json | append: ', 1' | prepend: '[' | append: ']' %}{{ all }}"))
                .isEqualTo("[\"" + Json.escape(NASTY) + "\", 1]");
    }

    @Test
    void whatIsNotJsonIsNotSent() {
        assertThat(compose("{\"total\": {{ missing }}}"))
                .isEqualTo(new Composition.NotComposed(
                        "the body is not JSON: line 1, column 11: expected a value, found \"}\""));
    }

    private static String body(String template) {
        return compose(template) instanceof Composition.Composed(Content.Plain(var body), var gaps)
                ? body + (gaps.isEmpty() || template.contains("none") ? "" : gaps)
                : compose(template).toString();
    }

    private static Composition compose(String template) {
        var message = new MessageDefinition(
                new MessageName("m"),
                Purpose.TRANSACTIONAL,
                Optional.empty(),
                MessageDefinition.EXPIRES,
                0,
                Map.of(Channel.WEBHOOK, new ChannelText(Map.of("body", template))));
        return Composer.of(message).compose(Channel.WEBHOOK, DATA, Optional.empty(), Instant.EPOCH, ZoneOffset.UTC);
    }
}
