package io.carillon.connectors.mapping;

import io.carillon.core.condition.Where;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a record means. Pure: equal records give equal results. Threads may share it. */
public final class Mapper {
    /** One record makes no more; the rest of a longer list rejects the row. */
    public static final int SAID_MAX = 1_000;

    private final Mapping mapping;

    public Mapper(Mapping mapping) {
        this.mapping = mapping;
    }

    public Mapping mapping() {
        return mapping;
    }

    public Mapped map(Value.Fields row) {
        var said = new ArrayList<Outgoing>();
        var flaws = new ArrayList<Flaw>();
        var changes = new ArrayList<Change>();
        var frame = new Frame(row, flaws, changes);
        for (Action action : mapping.actions()) act(action, frame, said);
        var mapped = new Mapped(said, flaws, changes);
        return mapped.isRejected() ? new Mapped(List.of(), flaws, changes) : mapped;
    }

    private static void act(Action action, Frame frame, List<Outgoing> said) {
        Optional<String> each = action.scope().each();
        if (each.isEmpty()) {
            actOn(action, frame, said);
            return;
        }
        for (Value item : frame.items(each.get())) {
            if (said.size() >= SAID_MAX) {
                frame.flaw(new Flaw(each.get(), "", "makes more than %d calls of one row".formatted(SAID_MAX), true));
                return;
            }
            actOn(action, frame.inside(item), said);
        }
    }

    private static void actOn(Action action, Frame frame, List<Outgoing> said) {
        for (Where where : action.scope().when()) if (!where.test().test(frame.at(where.property()))) return;
        switch (action) {
            case Action.Call call -> said.add(call(call, frame));
            case Action.AsSent _ -> asSent(frame, said);
            case Action.Suppress suppress -> suppress(suppress, frame, said);
            case Action.Unsubscribe unsubscribe -> unsubscribe(unsubscribe, frame, said);
        }
    }

    private static Outgoing call(Action.Call call, Frame frame) {
        var fields = new LinkedHashMap<String, Value>(
                Expression.Fields.make(call.head(), frame).fields());
        Value.Fields traits = parts(call.traits(), frame);
        Value choices = choices(call.consents(), frame);
        if (choices != Value.Nothing.NOTHING) traits = traits.with("subscriptions", choices);
        if (!traits.isEmpty()) fields.put("traits", traits);
        Value.Fields properties = parts(call.properties(), frame);
        if (!properties.isEmpty()) fields.put("properties", properties);
        Value externalIds = externalIds(call.externalIds(), frame);
        if (externalIds != Value.Nothing.NOTHING) fields.put("context", Value.of(Map.of("externalIds", externalIds)));
        if (call.type() != EventType.IDENTIFY && !traits.isEmpty() && call.type() != EventType.GROUP) {
            // Only an identify and a group have traits of their own; what is known of a person goes with the others so.
            fields.remove("traits");
            Value.Fields context = fields.get("context") instanceof Value.Fields said ? said : Value.Fields.NONE;
            fields.put("context", context.with("traits", traits));
        }
        return new Outgoing.Call(call.type(), new Value.Fields(fields));
    }

    private static Value.Fields parts(Action.Parts parts, Frame frame) {
        var made = new LinkedHashMap<String, Value>();
        if (parts.all()) {
            frame.own().fields().keySet().forEach(name -> frame.at(name).ifPresent(value -> made.put(name, value)));
        }
        made.putAll(Expression.Fields.make(parts.named(), frame).fields());
        return new Value.Fields(made);
    }

    private static Value choices(List<Action.Choice> choices, Frame frame) {
        var made = new ArrayList<Value>();
        for (Action.Choice choice : choices) {
            Optional<Value> said = choice.subscribed().of(frame);
            if (said.isEmpty()) continue;
            Optional<Boolean> subscribed = flag(said.get());
            if (subscribed.isEmpty()) {
                frame.flaw(new Flaw(
                        choice.subscribed().column(),
                        Json.write(said.get()),
                        "says neither yes nor no; expected true or false, or as: boolean",
                        true));
                continue;
            }
            var fields = new LinkedHashMap<String, Value>();
            fields.put("channel", Value.of(choice.channel().word()));
            fields.put("topic", Value.of(choice.topic()));
            fields.put("subscribed", Value.of(subscribed.get()));
            made.add(new Value.Fields(fields));
        }
        return made.isEmpty() ? Value.Nothing.NOTHING : Value.of(made);
    }

    /** A word about consent is never guessed. */
    private static Optional<Boolean> flag(Value value) {
        return switch (value) {
            case Value.Flag(var flag) -> Optional.of(flag);
            case Value.Text(var text) when text.strip().equalsIgnoreCase("true") -> Optional.of(true);
            case Value.Text(var text) when text.strip().equalsIgnoreCase("false") -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Value externalIds(Map<String, Expression> ids, Frame frame) {
        var made = new ArrayList<Value>();
        ids.forEach((type, expression) -> expression.of(frame).ifPresent(id -> {
            var fields = new LinkedHashMap<String, Value>();
            fields.put("id", Value.of(text(id)));
            fields.put("type", Value.of(type));
            fields.put("collection", Value.of("users"));
            fields.put("encoding", Value.of("none"));
            made.add(new Value.Fields(fields));
        }));
        return made.isEmpty() ? Value.Nothing.NOTHING : Value.of(made);
    }

    private static void asSent(Frame frame, List<Outgoing> said) {
        Optional<EventType> type = frame.at("type").flatMap(Mapper::type);
        if (type.isPresent()) {
            said.add(new Outgoing.Call(type.get(), frame.own()));
        } else {
            String shown = frame.at("type").map(Json::write).orElse("");
            frame.flaw(new Flaw(
                    "type", shown, "is no call; expected identify, track, page, screen, group or alias", true));
        }
    }

    private static Optional<EventType> type(Value value) {
        for (EventType type : EventType.values()) if (value.equals(Value.of(type.word()))) return Optional.of(type);
        return Optional.empty();
    }

    private static void suppress(Action.Suppress suppress, Frame frame, List<Outgoing> said) {
        Optional<Outgoing.Place> address = address(suppress.address(), frame);
        String why = suppress.why().of(frame).map(Mapper::text).orElse("suppressed in another tool");
        address.ifPresent(it -> said.add(new Outgoing.Suppress(suppress.channel(), it, why)));
    }

    private static void unsubscribe(Action.Unsubscribe unsubscribe, Frame frame, List<Outgoing> said) {
        Optional<Outgoing.Place> at = unsubscribe.at().flatMap(expression -> place(expression, frame));
        address(unsubscribe.address(), frame)
                .ifPresent(
                        it -> said.add(new Outgoing.Unsubscribe(unsubscribe.channel(), it, unsubscribe.topics(), at)));
    }

    private static Optional<Outgoing.Place> address(Expression expression, Frame frame) {
        return place(new Expression.Required(expression), frame);
    }

    private static Optional<Outgoing.Place> place(Expression expression, Frame frame) {
        return expression.of(frame).map(value -> new Outgoing.Place(expression.column(), value));
    }

    private static String text(Value value) {
        return value instanceof Value.Text(var text) ? text.strip() : Json.write(value);
    }
}
