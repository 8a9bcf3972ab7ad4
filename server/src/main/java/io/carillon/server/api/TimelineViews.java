package io.carillon.server.api;

import io.carillon.core.decision.Decision;
import io.carillon.core.entity.HistoryEntry;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.value.Value;
import java.util.Locale;

/** One row of a timeline as JSON: {@code type} says what it is, {@code at} when. */
final class TimelineViews {
    private TimelineViews() {}

    static Value.Fields of(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Happened(var at, var event, var via) ->
                row("event", entry)
                        .with("event", event(event))
                        .with("via", via.toString())
                        .build();
            case HistoryEntry.Linked(var at, var change) -> linked(entry, change);
            case HistoryEntry.Absorbed absorbed ->
                row("absorbed", entry)
                        .with("from", absorbed.from().toString())
                        .with("because", absorbed.cause().identifier().toString())
                        .with("messageId", absorbed.cause().event().text())
                        .build();
            case HistoryEntry.Merged merged ->
                row("merged", entry)
                        .with("into", merged.into().toString())
                        .with("because", merged.cause().identifier().toString())
                        .with("messageId", merged.cause().event().text())
                        .build();
            case HistoryEntry.Moved(var at, var segment, var entered) ->
                row(entered ? "segment_entered" : "segment_left", entry)
                        .with("segment", segment.text())
                        .build();
            case HistoryEntry.RunStarted(var at, var run, var version) ->
                row("journey_started", entry)
                        .with("journey", run.journey().text())
                        .with("key", run.key())
                        .with("version", version)
                        .build();
            case HistoryEntry.RunEnded(var at, var run, var reason) ->
                row("journey_ended", entry)
                        .with("journey", run.journey().text())
                        .with("key", run.key())
                        .with("reason", reason.name().toLowerCase(Locale.ROOT))
                        .build();
            case HistoryEntry.Decided(var decision) -> decided(entry, decision);
            case HistoryEntry.Chose(var at, var subscription, var consent) ->
                row(consent.subscribed() ? "subscribed" : "unsubscribed", entry)
                        .with("channel", subscription.channel().word())
                        .with("topic", subscription.topic().text())
                        .with("by", consent.by())
                        .with("effectiveAt", consent.at())
                        .build();
            case HistoryEntry.Parked(var at, var park, var message) ->
                row("parked", entry)
                        .with("park", park.text())
                        .with("message", message)
                        .build();
        };
    }

    private static Value.Fields linked(HistoryEntry entry, LinkChange change) {
        return switch (change) {
            case LinkChange.Owned(var identifier) ->
                row("identifier_gained", entry)
                        .with("identifier", identifier.toString())
                        .build();
            case LinkChange.GaveUp(var identifier, var to) ->
                row("identifier_moved", entry)
                        .with("identifier", identifier.toString())
                        .with("to", to.toString())
                        .build();
            case LinkChange.Conflict(var identifier, var owner) ->
                row("identifier_refused", entry)
                        .with("identifier", identifier.toString())
                        .with("owner", owner.toString())
                        .build();
        };
    }

    private static Value.Fields decided(HistoryEntry entry, Decision decision) {
        var shape = row("message_" + decision.status().word(), entry)
                .with("id", decision.id().text())
                .with("message", decision.message().text())
                .with("journey", decision.intent().run().journey().text())
                .with("key", decision.intent().run().key())
                .with("channel", decision.chosen().map(channel -> channel.word()));
        if (!decision.reasons().isEmpty())
            shape.with("reason", decision.reasons().getLast().detail());
        return shape.build();
    }

    private static Value.Fields event(Event event) {
        return new Shape()
                .with("messageId", event.id().text())
                .with("type", event.type().word())
                .with("name", event.name())
                .with("occurredAt", event.occurredAt())
                .with("receivedAt", event.receivedAt())
                .with("source", event.source())
                .texts(
                        "identifiers",
                        event.identifiers().stream().map(Identifier::toString).toList())
                .with("properties", event.properties())
                .with("traits", event.traits())
                .with("context", event.context())
                .build();
    }

    private static Shape row(String type, HistoryEntry entry) {
        return new Shape().with("type", type).with("at", entry.at());
    }
}
