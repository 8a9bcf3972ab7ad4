package io.carillon.server.collect;

import io.carillon.cleanse.Kind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Why input is unusable, or what part of an event is. The codes are stable: they stand in {@code /api/quality}. */
public enum Reason {
    // Of a whole request.
    UNKNOWN_WRITE_KEY("no source has this write key"),
    MISSING_WRITE_KEY("no write key: send it as Basic user, as bearer token or as writeKey in the body"),
    BAD_ENCODING("the body cannot be read"),
    BAD_JSON("the body is not JSON of an allowed shape"),
    MISSING_BATCH("batch must be a list of calls"),
    TOO_LARGE("a call may have 32 KB, a batch 500 KB"),
    TOO_MANY_EVENTS("a batch may have 2500 calls"),

    // Of one call.
    NOT_AN_OBJECT("a call must be a JSON object"),
    NUMBER_OUT_OF_RANGE("a number may have an exponent of at most 400"),
    UNKNOWN_TYPE("type must be identify, track, page, screen, group or alias"),
    MISSING_EVENT_NAME("event must be a text that is not blank"),
    EVENT_NAME_TOO_LONG("event may have 500 characters"),
    MISSING_IDENTIFIER("userId or anonymousId must be there"),
    MISSING_USER_ID("userId must be there"),
    MISSING_PREVIOUS_ID("previousId must be there"),
    MISSING_GROUP_ID("groupId must be a text or number of 1 to 500 characters"),
    MESSAGE_ID_TOO_LONG("messageId may have 100 characters"),

    // Of a part of a call; the rest of it is taken.
    ROLE_ADDRESS("a team reads this address; it can be written to, but links nobody"),
    BAD_PHONE("not a phone number with its country, so not used as identifier"),
    BAD_EXTERNAL_ID("context.externalIds must be a list of {id, type, collection: users, encoding: none}"),
    UNUSED_EXTERNAL_ID("an advertising id, push token, group or second user id names nobody"),
    TOO_MANY_IDENTIFIERS("an event may have 20 identifiers; the strongest are used"),
    JUNK_IDENTIFIER("the value names nobody and is not used as identifier"),
    IDENTIFIER_TOO_LONG("an identifier may have 500 characters"),
    BAD_EMAIL("not an e-mail address, so not used as identifier"),
    BAD_TIMESTAMP("not a time as ISO 8601 has it; it is not used"),
    TIMESTAMP_IN_FUTURE("more than 5 minutes ahead; the time of receipt is used"),
    BAD_MESSAGE_ID("messageId is not a text; one is made"),
    NUMBER_AS_TEXT("a text stands where a condition compares numbers; it is compared as the number that it reads as"),
    INVALID_NAME("not a name; kept as sent"),
    INVALID_EMAIL("not a usable e-mail address; kept as sent"),
    INVALID_PHONE("not a phone number that can be called; kept as sent"),
    INVALID_COUNTRY("not a country as ISO 3166-1 has it; kept as sent"),
    INVALID_REGION("not a region as ISO 3166-2 has it; kept as sent"),
    INVALID_LANGUAGE("not a language as BCP 47 has it; kept as sent"),
    INVALID_CURRENCY("not a currency as ISO 4217 has it; kept as sent"),
    INVALID_MONEY("not an amount; kept as sent"),
    INVALID_DATE("not a date; kept as sent"),
    INVALID_ADDRESS("not an address; kept as sent"),
    INVALID_GENDER("not a gender; kept as sent"),
    INVALID_BOOLEAN("neither yes nor no; kept as sent"),
    INVALID_URL("not a web address; kept as sent"),
    INVALID_NUMBER("not a number; kept as sent"),
    INVALID_TIMEZONE("not a time zone; kept as sent"),
    AMBIGUOUS_VALUE("it can be read in more than one way; kept as sent"),

    // Of a tracking plan.
    PLAN_VIOLATION("not as the tracking plan has it"),
    UNPLANNED_EVENT("the tracking plan does not name this event"),
    PLAN_BLOCK("the tracking plan refuses it"),
    PLAN_QUARANTINE("the tracking plan keeps it back until it is repaired"),

    BAD_PART("properties, traits, context and integrations must be objects; this one is left out");

    private static final Map<Kind, Reason> INVALID = invalid();

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /** Of a field whose value is not of its kind. */
    static Reason invalid(Kind kind) {
        return INVALID.getOrDefault(kind, AMBIGUOUS_VALUE);
    }

    private static Map<Kind, Reason> invalid() {
        var byKind = new EnumMap<Kind, Reason>(Kind.class);
        for (Kind kind : Kind.values()) byKind.put(kind, valueOf("INVALID_" + kind.name()));
        return byKind;
    }

    /** As it is stored and shown: {@code missing_event_name}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was expected, for people. */
    public String meaning() {
        return meaning;
    }
}
