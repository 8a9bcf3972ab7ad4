package io.carillon.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.content.Composer.Composition;
import io.carillon.core.message.Content;
import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pops up on a screen: a text, and a line above it if the message has one. */
class ShortContentTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theTitleIsSaidToo() {
        assertThat(composed(Map.of("title", "Hi {{ customer.firstName }},\n look", "body", "Your basket")))
                .isEqualTo(new Content.Titled("Hi Ada, look", "Your basket"));
    }

    @Test
    void withoutATitleThereIsTextAlone() {
        assertThat(composed(Map.of("body", "Your basket"))).isEqualTo(new Content.Plain("Your basket"));
        assertThat(composed(Map.of("title", "{{ customer.nobody }}", "body", "Your basket")))
                .isEqualTo(new Content.Plain("Your basket"));
    }

    private static Content composed(Map<String, String> parts) {
        var message = new MessageDefinition(
                new MessageName("basket"),
                Purpose.TRANSACTIONAL,
                Optional.empty(),
                MessageDefinition.EXPIRES,
                0,
                Map.of(Channel.PUSH, new MessageDefinition.ChannelText(parts)));
        Value.Fields data = Value.Fields.NONE.with("customer", Value.Fields.NONE.with("firstName", Value.of("Ada")));
        var composition = Composer.of(message).compose(Channel.PUSH, data, Optional.empty(), NOW, ZoneId.of("UTC"));
        assertThat(composition).isInstanceOf(Composition.Composed.class);
        return ((Composition.Composed) composition).content();
    }
}
