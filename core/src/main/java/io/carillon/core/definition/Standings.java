package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Topic;
import io.carillon.core.person.TopicId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions on how a person stands to us: {@code subscription}, {@code reachable}, {@code bucket}. */
final class Standings {
    private static final List<String> STANDINGS = Arrays.stream(Condition.Standing.values())
            .map(standing -> standing.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Standings() {}

    /** {@code {channel: email, topic: news, is: subscribed}}. */
    static Optional<Condition> subscription(Field field, Draft draft) {
        Optional<Section> section = field.section("channel, topic and is, e.g. {channel: email, topic: news}");
        if (section.isEmpty()) return Optional.empty();
        Optional<Channel> channel = section.get()
                .required("channel", String.join(", ", ChannelFile.CHANNELS))
                .flatMap(Standings::channel);
        Optional<Topic> topic =
                section.get().required("topic", "a topic, e.g. news").flatMap(it -> topic(it, draft));
        Optional<Condition.Standing> standing = section.get()
                .required("is", String.join(", ", STANDINGS))
                .flatMap(it -> it.word(STANDINGS))
                .map(word -> Condition.Standing.valueOf(word.toUpperCase(Locale.ROOT)));
        section.get().close();
        if (channel.isEmpty() || topic.isEmpty() || standing.isEmpty()) return Optional.empty();
        return Optional.of(new Condition.Subscription(channel.get(), topic.get(), standing.get()));
    }

    /** {@code email}. */
    static Optional<Condition> reachable(Field field) {
        return channel(field).map(Condition.Reachable::new);
    }

    /** {@code {name: exp1, from: 0, to: 50}}. */
    static Optional<Condition> bucket(Field field) {
        Optional<Section> section = field.section("name, from and to, e.g. {name: exp1, from: 0, to: 50}");
        if (section.isEmpty()) return Optional.empty();
        Optional<String> name = section.get()
                .required("name", "a name; another one draws other people")
                .flatMap(Field::line);
        Optional<Field> fromField = section.get().optional("from");
        Optional<BigDecimal> from =
                fromField.isEmpty() ? Optional.of(BigDecimal.ZERO) : fromField.flatMap(Standings::percent);
        Optional<BigDecimal> to =
                section.get().required("to", "a number up to 100").flatMap(Standings::percent);
        section.get().close();
        if (name.isEmpty() || from.isEmpty() || to.isEmpty()) return Optional.empty();
        if (from.get().compareTo(to.get()) >= 0) {
            field.error("bucket holds nobody; expected from to be less than to");
            return Optional.empty();
        }
        return Optional.of(new Condition.Bucket(name.get(), from.get(), to.get()));
    }

    private static Optional<BigDecimal> percent(Field field) {
        Optional<BigDecimal> number = field.number();
        if (number.isEmpty() || (number.get().signum() >= 0 && number.get().compareTo(WHOLE) <= 0)) return number;
        field.error("%s is not a number from 0 to 100".formatted(field.name()));
        return Optional.empty();
    }

    private static Optional<Channel> channel(Field field) {
        return field.word(ChannelFile.CHANNELS).flatMap(Channel::ofWord);
    }

    private static Optional<Topic> topic(Field field, Draft draft) {
        Optional<String> name = field.id();
        if (name.isEmpty() || !draft.topicNames.mention(field, name.get())) return Optional.empty();
        return Optional.ofNullable(
                draft.topics.get(new TopicId(name.get()))); // none: its file has a problem of its own
    }
}
