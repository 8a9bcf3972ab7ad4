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

    private static final List<String> PROVIDERS = List.of("smtp", "sandbox");

    private ChannelFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> channelField = section.required("channel", String.join(", ", CHANNELS));
        Optional<Channel> channel =
                channelField.flatMap(field -> field.word(CHANNELS)).flatMap(Channel::ofWord);
        Optional<Field> idField = section.optional("id");
        Optional<String> id = idField.isPresent()
                ? idField.flatMap(Field::id)
                : Optional.of(fileName(section.report().file()));
        Optional<String> provider =
                section.required("provider", String.join(" or ", PROVIDERS)).flatMap(field -> provider(field, channel));
        if (provider.isEmpty()) section.all(); // whose keys these are is not known
        Optional<ChannelDefinition> definition = provider.flatMap(name -> name.equals("smtp")
                ? SmtpSettings.read(section, draft.secrets)
                        .flatMap(smtp -> channel.flatMap(to ->
                                id.map(it -> new ChannelDefinition(it, to, name, smtp.settings(), smtp.secrets()))))
                : channel.flatMap(
                        to -> id.map(it -> new ChannelDefinition(it, to, name, Value.Fields.NONE, Map.of()))));
        if (channel.isPresent()) {
            boolean isFree =
                    draft.channelWords.define(channelField.get(), channel.get().word());
            isFree &= id.isEmpty()
                    || draft.channelIds.define(idField.or(() -> channelField).get(), id.get());
            if (isFree) definition.ifPresent(it -> draft.channels.put(it.id(), it));
        }
    }

    private static Optional<String> provider(Field field, Optional<Channel> channel) {
        Optional<String> provider = field.word(PROVIDERS);
        if (channel.isEmpty() || provider.isEmpty()) return provider;
        if (provider.get().equals("smtp") && channel.get() != Channel.EMAIL) {
            field.error("provider \"smtp\" carries email, not %s; expected sandbox"
                    .formatted(channel.get().word()));
        }
        return provider;
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
