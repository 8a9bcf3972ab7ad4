package io.carillon.server.collect;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.Cleansing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one call of the tracking protocol means.
 *
 * @see <a href="https://segment.com/docs/connections/spec/">The Segment specification</a>
 */
final class EventReader {
    static final int NAME_LENGTH_MAX = 500;

    /** Fields with a meaning of their own; whatever else a sender adds is kept in the context. */
    private static final Set<String> KNOWN = Set.of(
            "type",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "receivedAt",
            "properties",
            "traits",
            "context",
            "integrations",
            "writeKey",
            "version",
            "_metadata");

    private static final Value EMPTY = Value.of("");

    private final Supplier<String> messageIds;
    private final Sources sources;
    private final Cleansing cleansing;

    /**
     * Reads calls.
     *
     * @param messageIds makes an id for a call that has none
     * @param sources asked with each call, so that what is published holds at once
     */
    EventReader(Supplier<String> messageIds, Sources sources, Cleansing cleansing) {
        this.messageIds = messageIds;
        this.sources = sources;
        this.cleansing = cleansing;
    }

    Reading read(Value.Fields call, EventType type, Envelope envelope) {
        var fatal = new ArrayList<Problem>(0);
        var problems = new ArrayList<Problem>(0);
        missing(call, type, fatal);
        Optional<MessageId> messageId = messageId(call, problems);
        if (messageId.isEmpty()) fatal.add(new Problem(Reason.MESSAGE_ID_TOO_LONG, label(call, type)));

        Value.Fields said = Fields.merged(envelope.context(), Fields.part(call, "context", problems));
        Value.Fields own = Fields.part(call, "traits", problems);
        Value.Fields traits = Fields.part(said, "traits", problems);
        // A group's traits are facts about the group, not about the person; other calls have none of their own.
        if (type == EventType.IDENTIFY) traits = Fields.merged(traits, own);

        SourceRules rules = sources.rules(envelope.source());
        var tidy = new Tidying(cleansing, rules.fields(), traits, problems);
        List<Identifier> identifiers =
                new Identifiers(sources.identity(), tidy.country(), problems).of(call, type, said, traits);
        if (identifiers.isEmpty()) fatal.add(nobody(call, type, problems));
        if (!fatal.isEmpty()) return unusable(fatal, problems);

        Event event = new Event(
                messageId.orElseThrow(),
                type,
                name(call, type),
                Times.occurredAt(call, envelope, problems),
                envelope.receivedAt(),
                envelope.source(),
                identifiers,
                tidy.properties(properties(call, type, own, problems)),
                tidy.traits(),
                tidy.context(context(call, type, said, envelope, problems)),
                tidy.lineages());
        for (String path : sources.numericPaths().textsIn(event)) {
            problems.add(new Problem(Reason.NUMBER_AS_TEXT, path));
        }
        return planned(event, rules, problems);
    }

    private static Reading planned(Event event, SourceRules rules, List<Problem> problems) {
        return switch (PlanCheck.check(event, rules.plans(), problems)) {
            case ALLOW, OBSERVE -> new Reading.Usable(event, problems);
            case QUARANTINE -> unusable(List.of(new Problem(Reason.PLAN_QUARANTINE, event.name())), problems);
            case BLOCK -> {
                problems.addFirst(new Problem(Reason.PLAN_BLOCK, event.name()));
                yield new Reading.Blocked(problems);
            }
        };
    }

    /** What decides comes first, and nothing twice. */
    private static Reading unusable(List<Problem> fatal, List<Problem> problems) {
        var all = new LinkedHashSet<>(fatal);
        all.addAll(problems);
        return new Reading.Unusable(List.copyOf(all));
    }

    private static void missing(Value.Fields call, EventType type, List<Problem> fatal) {
        switch (type) {
            case TRACK -> {
                String name = call.text("event").orElse("");
                if (name.isBlank()) fatal.add(new Problem(Reason.MISSING_EVENT_NAME, "track"));
                if (name.length() > NAME_LENGTH_MAX) {
                    fatal.add(new Problem(Reason.EVENT_NAME_TOO_LONG, label(call, type)));
                }
            }
            case ALIAS -> {
                if (!isId(call, "previousId")) fatal.add(new Problem(Reason.MISSING_PREVIOUS_ID, "alias"));
                if (Fields.said(call, "userId").isEmpty()) fatal.add(new Problem(Reason.MISSING_USER_ID, "alias"));
            }
            case GROUP -> {
                if (!isId(call, "groupId")) fatal.add(new Problem(Reason.MISSING_GROUP_ID, "group"));
            }
            case IDENTIFY, PAGE, SCREEN -> {}
        }
    }

    private static boolean isId(Value.Fields call, String field) {
        return Fields.said(call, field)
                .flatMap(Identifiers::text)
                .filter(text -> !text.isBlank() && text.length() <= Identifier.LENGTH_MAX)
                .isPresent();
    }

    /** Why a call names nobody: what stood there instead of an identifier, if anything did. */
    private static Problem nobody(Value.Fields call, EventType type, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.reason() == Reason.JUNK_IDENTIFIER
                        || problem.reason() == Reason.ROLE_ADDRESS
                        || problem.reason() == Reason.IDENTIFIER_TOO_LONG)
                .findFirst()
                .orElseGet(() -> new Problem(Reason.MISSING_IDENTIFIER, label(call, type)));
    }

    private static String label(Value.Fields call, EventType type) {
        return type == EventType.TRACK
                ? "track \"%s\"".formatted(call.text("event").orElse(""))
                : type.word();
    }

    /** Empty when it is too long to be remembered as it is: cut short, two events could pass for one. */
    private Optional<MessageId> messageId(Value.Fields call, List<Problem> problems) {
        Optional<Value> said = Fields.said(call, "messageId");
        Optional<String> text = said.flatMap(Identifiers::text);
        if (said.isPresent() && text.isEmpty()) problems.add(new Problem(Reason.BAD_MESSAGE_ID, "messageId"));
        String id = text.filter(given -> !given.isEmpty()).orElseGet(messageIds);
        return id.length() > MessageId.LENGTH_MAX ? Optional.empty() : Optional.of(new MessageId(id));
    }

    private static String name(Value.Fields call, EventType type) {
        return switch (type) {
            case TRACK -> call.text("event").orElseThrow();
            case PAGE -> "Page Viewed";
            case SCREEN -> "Screen Viewed";
            case IDENTIFY, GROUP, ALIAS -> type.word();
        };
    }

    private static Value.Fields properties(
            Value.Fields call, EventType type, Value.Fields own, List<Problem> problems) {
        Value.Fields properties = Fields.part(call, "properties", problems);
        var more = new LinkedHashMap<String, Value>();
        for (String field : ofType(type)) {
            if (field.equals("event")) continue; // it is the event's name
            Fields.said(call, field).filter(value -> !value.equals(EMPTY)).ifPresent(value -> more.put(field, value));
        }
        if (type != EventType.IDENTIFY && !own.isEmpty()) more.put("traits", own);
        return more.isEmpty() ? properties : Fields.merged(properties, new Value.Fields(more));
    }

    /** The fields beside properties and traits that calls of a type have. */
    private static List<String> ofType(EventType type) {
        return switch (type) {
            case IDENTIFY -> List.of();
            case TRACK -> List.of("event");
            case PAGE, SCREEN -> List.of("name", "category");
            case GROUP -> List.of("groupId");
            case ALIAS -> List.of("previousId");
        };
    }

    private static Value.Fields context(
            Value.Fields call, EventType type, Value.Fields said, Envelope envelope, List<Problem> problems) {
        var more = new LinkedHashMap<String, Value>();
        for (Map.Entry<String, Value> field : call.fields().entrySet()) {
            String name = field.getKey();
            if (KNOWN.contains(name) || ofType(type).contains(name)) continue;
            if (field.getValue() != Value.Nothing.NOTHING) more.put(name, field.getValue());
        }
        Value.Fields integrations = Fields.merged(envelope.integrations(), Fields.part(call, "integrations", problems));
        if (!integrations.isEmpty()) more.put("integrations", integrations);
        boolean direct = said.get("direct").filter(Value.of(true)::equals).isPresent();
        boolean traits = said.get("traits").isPresent();
        if (more.isEmpty() && !traits && !direct) return said;

        var all = new LinkedHashMap<>(more);
        all.putAll(said.fields()); // what the sender put into the context itself is right
        all.remove("traits"); // they stand in the event's own
        if (direct) envelope.callerIp().ifPresent(ip -> all.put("ip", Value.of(ip)));
        return new Value.Fields(all);
    }
}
