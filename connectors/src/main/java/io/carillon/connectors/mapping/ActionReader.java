package io.carillon.connectors.mapping;

import io.carillon.core.definition.Field;
import io.carillon.core.definition.Section;
import io.carillon.core.event.EventType;
import io.carillon.core.person.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one action: {@code identify: {…}}. */
final class ActionReader {
    private static final String SUPPRESS = "suppress";
    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final String AS_SENT = "asSent";
    private static final List<String> WORDS = Stream.concat(
                    Arrays.stream(EventType.values()).map(EventType::word), Stream.of(SUPPRESS, UNSUBSCRIBE, AS_SENT))
            .toList();
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::word).toList();

    private final ExpressionReader expressions;
    private final Function<Section, Optional<Action.Scope>> scopes;

    ActionReader(ExpressionReader expressions, Function<Section, Optional<Action.Scope>> scopes) {
        this.expressions = expressions;
        this.scopes = scopes;
    }

    Optional<Action> read(Field item) {
        Optional<Section> outer = item.section("an action, e.g. identify: {userId: Customer ID}");
        if (outer.isEmpty()) return Optional.empty();
        List<Field> named = WORDS.stream()
                .flatMap(word -> outer.get().optional(word).stream())
                .toList();
        outer.get().close();
        if (named.size() != 1) {
            item.error("an action is one of " + String.join(", ", WORDS));
            return Optional.empty();
        }
        Field action = named.getFirst();
        Optional<Section> section = action.section("what it says, e.g. {userId: Customer ID}");
        Optional<Action.Scope> scope = section.flatMap(scopes);
        // Also where the scope is wrong: keys that nobody has read would be told as unknown.
        Optional<Action> read = section.flatMap(it -> read(action, it, scope.orElse(Action.Scope.NONE)));
        section.ifPresent(Section::close);
        return scope.isPresent() ? read : Optional.empty();
    }

    private Optional<Action> read(Field action, Section section, Action.Scope scope) {
        return switch (action.name()) {
            case SUPPRESS -> suppress(section, scope);
            case UNSUBSCRIBE -> unsubscribe(section, scope);
            case AS_SENT -> Optional.of(new Action.AsSent(scope));
            default -> call(EventType.valueOf(action.name().toUpperCase(java.util.Locale.ROOT)), section, scope);
        };
    }

    private Optional<Action> call(EventType type, Section section, Action.Scope scope) {
        Optional<Map<String, Expression>> head = head(type, section);
        Optional<Action.Parts> traits = parts(section, "traits");
        Optional<Action.Parts> properties = type == EventType.IDENTIFY || type == EventType.ALIAS
                ? Optional.of(Action.Parts.NONE)
                : parts(section, "properties");
        Optional<Field> idsField = section.optional("externalIds");
        Optional<Map<String, Expression>> ids = idsField.isEmpty()
                ? Optional.of(Map.of())
                : idsField.flatMap(field -> field.section("a type and a column, e.g. {shopify: id}"))
                        .flatMap(expressions::all);
        Optional<List<Action.Choice>> consents = consents(section);
        if (head.isEmpty() || traits.isEmpty() || properties.isEmpty() || ids.isEmpty() || consents.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Action.Call(scope, type, head.get(), traits.get(), properties.get(), ids.get(), consents.get()));
    }

    private Optional<Map<String, Expression>> head(EventType type, Section section) {
        var head = new LinkedHashMap<String, Expression>();
        boolean complete = true;
        List<String> required = switch (type) {
            case TRACK -> List.of("event");
            case GROUP -> List.of("groupId");
            case ALIAS -> List.of("userId", "previousId");
            default -> List.of();
        };
        for (String name : List.of("userId", "anonymousId", "groupId", "previousId", "event", "name", "timestamp")) {
            boolean isRequired = required.contains(name);
            boolean isOfOther = switch (name) {
                case "event" -> type != EventType.TRACK;
                case "groupId" -> type != EventType.GROUP;
                case "previousId" -> type != EventType.ALIAS;
                case "name" -> type != EventType.PAGE && type != EventType.SCREEN;
                default -> false;
            };
            if (isOfOther) continue;
            Optional<Field> field =
                    isRequired ? section.required(name, "a column, a constant or a template") : section.optional(name);
            Optional<Expression> read =
                    name.equals("event") ? field.flatMap(this::name) : field.flatMap(expressions::read);
            // A time that cannot be read must not pass for the time of today: it would win over all that is known.
            read.ifPresent(expression -> head.put(
                    name,
                    isRequired
                            ? new Expression.Required(expression)
                            : name.equals("timestamp") ? new Expression.Usable(expression) : expression));
            complete &= field.isPresent() == read.isPresent();
        }
        return complete ? Optional.of(head) : Optional.empty();
    }

    /** Of an event a plain text is its name; a column is {@code {path: …}}. */
    private Optional<Expression> name(Field field) {
        if (field.isSection() || field.isList()) return expressions.read(field);
        Optional<String> text = field.line();
        if (text.isEmpty()) return Optional.empty();
        return text.get().contains("{{") ? expressions.read(field) : Optional.of(MappingReader.constant(text.get()));
    }

    /** {@code all}, named values, or both with {@code "*": all}. */
    private Optional<Action.Parts> parts(Section section, String key) {
        Optional<Field> field = section.optional(key);
        if (field.isEmpty()) return Optional.of(Action.Parts.NONE);
        if (!field.get().isSection()) {
            return field.get().word(List.of("all")).map(_ -> new Action.Parts(true, Map.of()));
        }
        Optional<Section> inner = field.get().section("names and values");
        if (inner.isEmpty()) return Optional.empty();
        Optional<Field> star = inner.get().optional("*");
        Optional<String> all = star.flatMap(it -> it.word(List.of("all")));
        var named = new LinkedHashMap<String, Expression>();
        boolean complete = star.isPresent() == all.isPresent();
        for (Field one : inner.get().all()) {
            if (one.name().equals("*")) continue;
            Optional<Expression> read = expressions.read(one);
            read.ifPresent(expression -> named.put(one.name(), expression));
            complete &= read.isPresent();
        }
        return complete ? Optional.of(new Action.Parts(all.isPresent(), named)) : Optional.empty();
    }

    private Optional<List<Action.Choice>> consents(Section section) {
        Optional<Field> field = section.optional("consents");
        if (field.isEmpty()) return Optional.of(List.of());
        Optional<List<Field>> items = field.get().oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var choices = new ArrayList<Action.Choice>();
        for (Field item : items.get()) {
            Optional<Section> one = item.section(
                    "channel, topic and subscribed, e.g. {channel: email, topic: news, subscribed: Newsletter}");
            Optional<Channel> channel = one.flatMap(ActionReader::channel);
            Optional<String> topic =
                    one.flatMap(it -> it.required("topic", "a topic's name")).flatMap(Field::id);
            Optional<Expression> subscribed = one.flatMap(it -> it.required("subscribed", "a column, true or false"))
                    .flatMap(expressions::read);
            one.ifPresent(Section::close);
            if (channel.isPresent() && topic.isPresent() && subscribed.isPresent()) {
                choices.add(new Action.Choice(channel.get(), topic.get(), subscribed.get()));
            }
        }
        return choices.size() == items.get().size() ? Optional.of(choices) : Optional.empty();
    }

    private static Optional<Channel> channel(Section section) {
        return section.required("channel", String.join(", ", CHANNELS))
                .flatMap(field -> field.word(CHANNELS))
                .flatMap(Channel::ofWord);
    }

    private Optional<Action> suppress(Section section, Action.Scope scope) {
        Optional<Channel> channel = channel(section);
        Optional<Expression> address = address(section);
        Expression why = section.optional("why")
                .flatMap(expressions::read)
                .orElse(MappingReader.constant("suppressed in another tool"));
        return channel.flatMap(it -> address.map(at -> new Action.Suppress(scope, it, at, why)));
    }

    private Optional<Action> unsubscribe(Section section, Action.Scope scope) {
        Optional<Channel> channel = channel(section);
        Optional<Expression> address = address(section);
        List<String> topics = section.optional("topics")
                .flatMap(Field::oneOrMore)
                .map(fields ->
                        fields.stream().flatMap(field -> field.id().stream()).toList())
                .orElse(List.of());
        Optional<Expression> at = section.optional("at").flatMap(expressions::read);
        return channel.flatMap(it -> address.map(of -> new Action.Unsubscribe(scope, it, of, topics, at)));
    }

    private Optional<Expression> address(Section section) {
        return section.required("address", "the column with the e-mail address or phone number")
                .flatMap(expressions::read);
    }
}
