package io.carillon.server.api;

import io.carillon.core.decision.Decision;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.value.Value;
import java.time.Instant;
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
                because(row("absorbed", entry).with("from", absorbed.from().toString()), absorbed.cause())
                        .build();
            case HistoryEntry.Merged merged ->
                because(row("merged", entry).with("into", merged.into().toString()), merged.cause())
                        .build();
            case HistoryEntry.Parted parted ->
                row("unmerged", entry)
                        .with("from", parted.leaver().toString())
                        .texts(
                                "identifiers",
                                parted.identifiers().stream()
                                        .map(Object::toString)
                                        .toList())
                        .build();
            case HistoryEntry.Restored restored ->
                row("restored", entry).with("from", restored.from().toString()).build();
            case HistoryEntry.LimitPassed(var at, var from, var kind, var count, var max) ->
                row("limit_passed", entry)
                        .with("kind", kind.word())
                        .with("count", count)
                        .with("max", max)
                        .with("from", from.toString())
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
            case HistoryEntry.Chose(var at, var subscription, var consent, var _) ->
                row(consent.subscribed() ? "subscribed" : "unsubscribed", entry)
                        .with("channel", subscription.channel().word())
                        .with("topic", subscription.topic().text())
                        .with("by", consent.by())
                        .with("effectiveAt", consent.at())
                        .build();
            case HistoryEntry.Preferred(var at, var preferences, var _) ->
                row("preferences_changed", entry)
                        .with("preferences", PreferenceViews.of(preferences))
                        .build();
            case HistoryEntry.TraitSet(var at, var run, var trait, var value) ->
                row("trait_set", entry)
                        .with("journey", run.journey().text())
                        .with("key", run.key())
                        .with("trait", trait)
                        .with("value", value)
                        .build();
            case HistoryEntry.Called(var at, var asked, var webhook, var outcome, var detail) ->
                row("webhook_called", entry)
                        .with("webhook", webhook)
                        .with("journey", asked.run().journey().text())
                        .with("key", asked.run().key())
                        .with("step", asked.step().text())
                        .with("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .with("detail", detail)
                        .build();
            case HistoryEntry.Parked(var at, var park, var message) ->
                row("parked", entry)
                        .with("park", park.text())
                        .with("message", message)
                        .build();
        };
    }

    private static Value.Fields linked(HistoryEntry entry, LinkChange change) {
        Shape shape = row(
                        switch (change) {
                            case LinkChange.Owned _ -> "identifier_gained";
                            case LinkChange.GaveUp _ -> "identifier_moved";
                            case LinkChange.Conflict _ -> "identifier_refused";
                            case LinkChange.NotLinked _ -> "identifier_not_linked";
                        },
                        entry)
                .with("identifier", change.identifier().toString());
        switch (change) {
            case LinkChange.Owned _ -> {}
            case LinkChange.GaveUp gaveUp -> shape.with("to", gaveUp.to().toString());
            case LinkChange.Conflict conflict ->
                shape.with("owner", conflict.owner().toString());
            case LinkChange.NotLinked notLinked ->
                shape.with("reason", notLinked.why().word());
        }
        change.cause().ifPresent(cause -> because(shape, cause));
        return shape.build();
    }

    /** What named the identifier; {@code explicit} when somebody said that two are one. */
    private static Shape because(Shape shape, Cause cause) {
        shape.with("because", cause.identifier().toString())
                .with("messageId", cause.event().text());
        return cause.explicit() ? shape.with("explicit", true) : shape;
    }

    private static Value.Fields decided(HistoryEntry entry, Decision decision) {
        var shape = row(
                        "message_"
                                + (decision.isDelay()
                                        ? "delayed"
                                        : decision.status().word()),
                        entry)
                .with("id", decision.id().text())
                .with("message", decision.message().text())
                .with("journey", decision.intent().run().journey().text())
                .with("key", decision.intent().run().key())
                .with("channel", decision.chosen().map(channel -> channel.word()))
                .with("until", decision.until().map(Instant::toString));
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
