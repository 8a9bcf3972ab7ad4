package io.carillon.core.definition;

import io.carillon.core.message.MessageDefinition;
import io.carillon.core.message.MessageDefinition.ChannelText;
import io.carillon.core.message.MessageName;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.TopicId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code messages/*.yaml}. */
final class MessageFile {
    private final Draft draft;

    private MessageFile(Draft draft) {
        this.draft = draft;
    }

    static void read(Section section, Draft draft) {
        new MessageFile(draft).read(section);
    }

    private void read(Section section) {
        Optional<Field> named = section.required("message", "a name, e.g. cart-reminder");
        Optional<String> name = named.flatMap(Field::id);
        Optional<Field> purposeField = section.required("purpose", "marketing or transactional");
        Optional<Purpose> purpose = purposeField
                .flatMap(field -> field.word(List.of("marketing", "transactional")))
                .map(word -> Purpose.valueOf(word.toUpperCase(Locale.ROOT)));
        Optional<Field> topicField = section.optional("topic");
        Optional<TopicId> topic = topicField.flatMap(this::topic);
        if (purpose.equals(Optional.of(Purpose.MARKETING)) && topicField.isEmpty()) {
            purposeField.get().error("a marketing message needs a topic; expected a line topic: NAME");
        }
        Optional<Field> expiresField = section.optional("expires");
        Optional<Duration> expires = expiresField.flatMap(MessageFile::expires);
        Optional<Field> priorityField = section.optional("priority");
        Optional<Integer> priority = priorityField.flatMap(
                field -> field.whole(MessageDefinition.PRIORITY_MIN, MessageDefinition.PRIORITY_MAX));
        Optional<Map<Channel, ChannelText>> channels = section.required("channels", "e.g. email: with subject and html")
                .flatMap(field -> field.section("channels, e.g. email"))
                .map(parts -> channels(parts, purpose));
        if (name.equals(Optional.of(OccurrenceReader.ANY))) {
            named.get().error("\"any\" stands for every message in conditions; expected another name");
        }
        if (name.isEmpty() || !draft.messageNames.define(named.get(), name.get())) return;
        if (purpose.isEmpty() || channels.isEmpty()) return;
        if (expiresField.isPresent() != expires.isPresent() || priorityField.isPresent() != priority.isPresent())
            return;
        var id = new MessageName(name.get());
        draft.messages.put(
                id,
                new MessageDefinition(
                        id,
                        purpose.get(),
                        topic,
                        expires.orElse(MessageDefinition.EXPIRES),
                        priority.orElse(0),
                        channels.get()));
    }

    private static Optional<Duration> expires(Field field) {
        Optional<Duration> duration = field.duration();
        if (duration.isEmpty() || !duration.get().isZero()) return duration;
        field.error("expires at once would never be sent; expected e.g. 24h");
        return Optional.empty();
    }

    private Optional<TopicId> topic(Field field) {
        Optional<String> name = field.id();
        name.ifPresent(it -> draft.topicNames.mention(field, it));
        return name.map(TopicId::new);
    }

    private Map<Channel, ChannelText> channels(Section section, Optional<Purpose> purpose) {
        var channels = new LinkedHashMap<Channel, ChannelText>();
        List<Field> fields = section.all();
        if (fields.isEmpty()) section.error("a message has at least one channel; expected e.g. email");
        for (Field field : fields) {
            Optional<Channel> channel = Channel.ofWord(field.name());
            if (channel.isEmpty()) {
                field.report()
                        .error(
                                field.key(),
                                "unknown channel \"%s\"; %s"
                                        .formatted(
                                                Field.shown(field.name()),
                                                Spelling.hint(field.name(), ChannelFile.CHANNELS)));
                continue;
            }
            draft.channelWords.mention(new Field(field.report(), field.name(), field.key(), field.key()), field.name());
            field.section(channel.get() == Channel.EMAIL ? "subject and html" : "body")
                    .ifPresent(parts -> channels.put(channel.get(), parts(parts, channel.get(), purpose)));
        }
        return Collections.unmodifiableMap(channels);
    }

    private ChannelText parts(Section section, Channel channel, Optional<Purpose> purpose) {
        var parts = new LinkedHashMap<String, String>();
        switch (channel) {
            case EMAIL -> {
                part(section.required("subject", "a line of text"), parts);
                Optional<Field> html = section.required("html", "the message in HTML");
                part(html, parts);
                part(section.optional("text"), parts);
                if (purpose.equals(Optional.of(Purpose.MARKETING))) html.ifPresent(field -> expectWayOut(field, parts));
            }
            case PUSH, WEBPUSH, INAPP -> {
                part(section.optional("title"), parts);
                part(section.required("body", "a text"), parts);
            }
            case WEBHOOK -> part(section.required("body", "JSON"), parts);
            case SMS, SOCIAL -> part(section.required("body", "a text"), parts);
        }
        section.close();
        return new ChannelText(Collections.unmodifiableMap(parts));
    }

    private void part(Optional<Field> field, Map<String, String> parts) {
        field.ifPresent(it -> it.text().ifPresent(template -> {
            if (template.isBlank()) it.error("\"%s\" is empty".formatted(it.name()));
            else TemplatePlace.check(it, template, draft.templates);
            parts.put(it.name(), template);
        }));
    }

    /** The header for one click is there anyway, but many read their mail without a button for it. */
    private static void expectWayOut(Field html, Map<String, String> parts) {
        String template = parts.getOrDefault(html.name(), "");
        if (template.contains("unsubscribe_url") || template.contains("preferences_url")) return;
        html.report().warn(html.node(), "marketing e-mail without a way out; expected a link to {{ unsubscribe_url }}");
    }
}
