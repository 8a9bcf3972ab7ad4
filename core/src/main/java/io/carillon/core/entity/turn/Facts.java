package io.carillon.core.entity.turn;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.Reason;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.message.FactType;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows of the history as facts for others: {@code {"type", "timestamp", "data": {"customer", …}}}. */
public final class Facts {
    private static final int HASH_BYTES = 6;

    /** One fact. */
    public record Fact(FactType type, Map<String, Value> data) {}

    private Facts() {}

    /**
     * Puts a call into the outbox for everybody who wants to know of it.
     *
     * @param row the entry's stored form
     * @param number of the row in the customer's history
     */
    public static void tell(Turn turn, HistoryEntry entry, Bytes row, long number) {
        if (turn.knowledge().hasNoWebhooks()) return;
        Optional<Fact> fact = of(entry, turn.knowledge().addresses());
        if (fact.isEmpty()) return;
        List<String> webhooks = turn.knowledge().webhooksFor(fact.get().type());
        if (webhooks.isEmpty()) return;
        String customer = turn.id().text();
        // Two turns of one step count from the same number: what differs between them is the row.
        String id = WebhookCalls.id(turn.id(), number + "_" + hash(row));
        String body = body(fact.get(), entry, customer);
        for (String webhook : webhooks) {
            WebhookCalls.put(
                    turn::add,
                    WebhookCall.first(webhook, id, fact.get().type().word(), turn.now(), body)
                            .of(turn.self(), Optional.empty()));
        }
    }

    public static String body(Fact fact, HistoryEntry entry, String customer) {
        var data = new LinkedHashMap<String, Value>();
        data.put("customer", Value.of(customer));
        data.putAll(fact.data());
        var body = new LinkedHashMap<String, Value>();
        body.put("type", Value.of(fact.type().word()));
        body.put("timestamp", Value.of(entry.at().toString()));
        body.put("data", Value.of(data));
        return Json.write(Value.of(body));
    }

    public static Optional<Fact> of(HistoryEntry entry, Addresses addresses) {
        return switch (entry) {
            case HistoryEntry.Happened(var _, var event, var _) -> Optional.of(happened(event));
            case HistoryEntry.Linked(var _, LinkChange.Owned owned) ->
                fact(
                        FactType.IDENTIFIER_LINKED,
                        "identifier",
                        owned.identifier().toString());
            case HistoryEntry.Absorbed absorbed ->
                fact(
                        FactType.CUSTOMER_MERGED,
                        "absorbed",
                        addresses.idOf(absorbed.from()).text());
            case HistoryEntry.Parted(var _, var leaver, var _, var _) ->
                fact(
                        FactType.CUSTOMER_UNMERGED,
                        "parted",
                        addresses.idOf(leaver).text());
            case HistoryEntry.Moved(var _, var segment, var entered) ->
                fact(entered ? FactType.SEGMENT_ENTERED : FactType.SEGMENT_LEFT, "segment", segment.text());
            case HistoryEntry.RunStarted(var _, var run, var version) ->
                fact(FactType.JOURNEY_STARTED, "journey", run.journey().text(), "key", run.key(), "version", version);
            case HistoryEntry.RunEnded(var _, var run, var reason) ->
                fact(
                        FactType.JOURNEY_ENDED,
                        "journey",
                        run.journey().text(),
                        "key",
                        run.key(),
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT));
            case HistoryEntry.Decided(var decision) -> decided(decision);
            case HistoryEntry.Chose(var _, var subscription, var consent, var _) ->
                fact(
                        FactType.CONSENT_CHANGED,
                        "channel",
                        subscription.channel().word(),
                        "topic",
                        subscription.topic().text(),
                        "is",
                        consent.subscribed() ? "subscribed" : "unsubscribed",
                        "by",
                        consent.by());
            case HistoryEntry.Linked _,
                    HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Preferred _,
                    HistoryEntry.TraitSet _,
                    HistoryEntry.Called _,
                    HistoryEntry.Parked _ -> Optional.empty();
        };
    }

    private static Fact happened(Event event) {
        var data = texts(
                "messageId",
                event.id().text(),
                "event",
                event.name(),
                "eventType",
                event.type().word(),
                "occurredAt",
                event.occurredAt().toString(),
                "receivedAt",
                event.receivedAt().toString(),
                "source",
                event.source());
        data.put(
                "identifiers",
                Value.of(event.identifiers().stream()
                        .map(Identifier::toString)
                        .map(Value::of)
                        .toList()));
        data.put("properties", event.properties());
        data.put("traits", event.traits());
        return new Fact(FactType.EVENT_ACCEPTED, data);
    }

    /** The decision itself names its journey's version; what comes of it later does not. */
    private static Optional<Fact> decided(Decision decision) {
        Optional<FactType> type =
                decision.journeyVersion().isEmpty() ? became(decision) : Optional.of(FactType.DECISION_MADE);
        return type.map(it -> {
            var data = texts(
                    "message",
                    decision.message().text(),
                    "id",
                    decision.id().text(),
                    "status",
                    decision.status().word(),
                    "journey",
                    decision.intent().run().journey().text(),
                    "key",
                    decision.intent().run().key());
            decision.chosen().ifPresent(channel -> data.put("channel", Value.of(channel.word())));
            data.put(
                    "reasons",
                    Value.of(decision.reasons().stream().map(Facts::reason).toList()));
            return new Fact(it, data);
        });
    }

    private static Optional<FactType> became(Decision decision) {
        return switch (decision.status()) {
            case QUEUED, CLAIMED -> Optional.empty();
            case SENT -> Optional.of(FactType.MESSAGE_SENT);
            case REJECTED -> Optional.of(FactType.MESSAGE_REJECTED);
            case UNCERTAIN -> Optional.of(FactType.MESSAGE_UNCERTAIN);
            case WITHHELD -> Optional.of(FactType.MESSAGE_WITHHELD);
            case LAPSED -> Optional.of(FactType.MESSAGE_LAPSED);
            case DEAD -> Optional.of(FactType.MESSAGE_DEAD);
        };
    }

    private static Value reason(Reason reason) {
        var said = texts("gate", reason.gate().name().toLowerCase(Locale.ROOT), "detail", reason.detail());
        said.put("passed", Value.of(reason.passed()));
        return Value.of(said);
    }

    private static Optional<Fact> fact(FactType type, String... namesAndValues) {
        return Optional.of(new Fact(type, texts(namesAndValues)));
    }

    private static Map<String, Value> texts(String... namesAndValues) {
        var data = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) data.put(namesAndValues[i], Value.of(namesAndValues[i + 1]));
        return data;
    }

    private static String hash(Bytes row) {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(row.toArray());
            return HexFormat.of().formatHex(Arrays.copyOf(full, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
