package io.carillon.server.quarantine;

import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What would probably make a call usable. Only what the call itself says is used: nothing is invented, and nothing is done
 * before somebody says so.
 */
final class Suggestion {
    private static final List<String> TOP_LEVEL = List.of(
            "type",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "previousId",
            "groupId",
            "event",
            "properties",
            "traits",
            "context");

    /** Parts that must be objects, and come as JSON in a text from careless senders. */
    private static final List<String> PARTS = List.of("properties", "traits", "context");

    /** Names that other tools have for the same, without case and separators. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "userId", List.of("userid", "uid", "user", "customerid", "externalid", "memberid", "accountid"),
            "anonymousId", List.of("anonymousid", "anonid", "visitorid", "cookieid", "clientid", "sessionuserid"),
            "previousId", List.of("previousid", "previd", "oldid", "fromid", "from", "alias"),
            "groupId", List.of("groupid", "companyid", "organizationid", "organisationid", "orgid", "teamid"),
            "event", List.of("eventname", "event", "action", "eventtype", "name"));

    private static final Map<String, EventType> OTHER_TYPES = Map.of(
            "event", EventType.TRACK,
            "conversion", EventType.TRACK,
            "pageview", EventType.PAGE,
            "screenview", EventType.SCREEN,
            "user", EventType.IDENTIFY,
            "profile", EventType.IDENTIFY,
            "company", EventType.GROUP,
            "merge", EventType.ALIAS);

    private static final int EDITS_MAX = 2;

    private Suggestion() {}

    /**
     * For one call.
     *
     * @param reasons codes of what is wrong with it
     */
    static Repair of(Value.Fields call, List<String> reasons) {
        Repair repair = parts(call).and(spelling(call));
        for (String reason : reasons) {
            repair = repair.and(
                    switch (reason) {
                        case "missing_identifier", "junk_identifier", "missing_user_id" ->
                            named(call, "userId")
                                    .or(() -> named(call, "anonymousId"))
                                    .orElse(Repair.NOTHING);
                        case "missing_previous_id" -> named(call, "previousId").orElse(Repair.NOTHING);
                        case "missing_group_id" -> named(call, "groupId").orElse(Repair.NOTHING);
                        case "missing_event_name" -> named(call, "event").orElse(Repair.NOTHING);
                        case "unknown_type" ->
                            type(call)
                                    .map(type -> Repair.setting("type", Value.of(type.word())))
                                    .orElse(Repair.NOTHING);
                        default -> Repair.NOTHING;
                    });
        }
        return repair;
    }

    private static Repair parts(Value.Fields call) {
        Repair repair = Repair.NOTHING;
        for (String part : PARTS) {
            if (call.text(part).filter(text -> text.strip().startsWith("{")).isPresent())
                repair = repair.and(Repair.parsing(part));
        }
        return repair;
    }

    /** Fields of the protocol in other letters: {@code user_id}, {@code Event}. */
    private static Repair spelling(Value.Fields call) {
        Repair repair = Repair.NOTHING;
        for (String field : call.fields().keySet()) {
            if (TOP_LEVEL.contains(field)) continue;
            for (String known : TOP_LEVEL) {
                if (plain(field).equals(plain(known)) && !call.fields().containsKey(known))
                    repair = repair.and(Repair.renaming(field, known));
            }
        }
        return repair;
    }

    /** Where the call says it under another name, or in another place. */
    private static Optional<Repair> named(Value.Fields call, String wanted) {
        for (String name : OTHER_NAMES.getOrDefault(wanted, List.of())) {
            for (String place : List.of("", "properties", "traits", "context", "context.traits")) {
                Value.Fields part = place.isEmpty()
                        ? call
                        : Paths.get(call, place)
                                .filter(Value.Fields.class::isInstance)
                                .map(Value.Fields.class::cast)
                                .orElse(Value.Fields.NONE);
                for (var field : part.fields().entrySet()) {
                    String path = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
                    boolean isIt = plain(field.getKey()).equals(name) && !path.equals(wanted);
                    if (isIt && isId(field.getValue())) return Optional.of(Repair.renaming(path, wanted));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isId(Value value) {
        return switch (value) {
            case Value.Text(var text) -> !text.isBlank();
            case Value.Num _ -> true;
            case Value.Flag _, Value.Nothing _, Value.Items _, Value.Fields _ -> false;
        };
    }

    private static Optional<EventType> type(Value.Fields call) {
        String said = call.text("type").map(Suggestion::plain).orElse("");
        if (OTHER_TYPES.containsKey(said)) return Optional.ofNullable(OTHER_TYPES.get(said));
        for (EventType type : EventType.values()) {
            if (!said.isEmpty() && edits(said, type.word()) <= EDITS_MAX) return Optional.of(type);
        }
        if (!said.isEmpty()) return Optional.empty();
        if (call.text("event").isPresent()) return Optional.of(EventType.TRACK);
        if (call.get("previousId").isPresent()) return Optional.of(EventType.ALIAS);
        if (call.get("groupId").isPresent()) return Optional.of(EventType.GROUP);
        return call.fields("traits").isEmpty() ? Optional.empty() : Optional.of(EventType.IDENTIFY);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Letters to add, leave out or change (Levenshtein). */
    private static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) before[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
