package io.carillon.core.definition;

import io.carillon.core.person.Channel;
import io.carillon.core.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code channels/*.yaml}. */
final class ChannelFile {
    static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::word).toList();

    private ChannelFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> channelField = section.required("channel", String.join(", ", CHANNELS));
        Optional<Channel> channel =
                channelField.flatMap(field -> field.word(CHANNELS)).flatMap(Channel::ofWord);
        Optional<Field> idField = section.optional("id");
        Optional<String> id = idField.isPresent()
                ? idField.flatMap(Field::id)
                : Optional.of(fileName(section.report().file()));
        Optional<Carrier> provider = section.required("provider", String.join(", ", Carrier.words()))
                .flatMap(field -> provider(field, channel));
        if (provider.isEmpty()) section.all(); // whose keys these are is not known
        Optional<Keys> keys = provider.flatMap(name -> keys(name, section, draft));
        Optional<ChannelDefinition> definition = keys.flatMap(given -> channel.flatMap(to ->
                id.map(it -> new ChannelDefinition(it, to, provider.get().word(), given.settings(), given.secrets()))));
        if (channel.isPresent()) {
            boolean isFree =
                    draft.channelWords.define(channelField.get(), channel.get().word());
            isFree &= id.isEmpty()
                    || draft.channelIds.define(idField.or(() -> channelField).get(), id.get());
            if (isFree) definition.ifPresent(it -> draft.channels.put(it.id(), it));
        }
    }

    private record Keys(Value.Fields settings, Map<String, Secret> secrets) {}

    private static Optional<Keys> keys(Carrier provider, Section section, Draft draft) {
        return switch (provider) {
            case SMTP ->
                SmtpSettings.read(section, draft.secrets).map(smtp -> new Keys(smtp.settings(), smtp.secrets()));
            case WEBHOOK ->
                WebhookSettings.read(section, draft.secrets)
                        .map(webhook -> new Keys(webhook.settings(), webhook.secrets()));
            case SANDBOX -> Optional.of(new Keys(Value.Fields.NONE, Map.of()));
        };
    }

    private static Optional<Carrier> provider(Field field, Optional<Channel> channel) {
        Optional<Carrier> provider = field.word(Carrier.words()).flatMap(Carrier::ofWord);
        if (channel.isEmpty() || provider.isEmpty() || provider.get().carries(channel.get())) return provider;
        field.error("provider \"%s\" does not carry %s; expected %s"
                .formatted(provider.get().word(), channel.get().word(), Carrier.wordsFor(channel.get())));
        return provider;
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
