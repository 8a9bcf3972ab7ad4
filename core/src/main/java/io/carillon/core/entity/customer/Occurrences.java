package io.carillon.core.entity.customer;

import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.decision.Decision;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.journey.RunKey;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/**
 * What a history row means to conditions. The one place that says so: what is kept of a customer's behaviour is these,
 * whether they are seen as they happen or read again from the history.
 */
public final class Occurrences {
    private static final String ENTERED = "entered";

    private Occurrences() {}

    public static Optional<Occurrence> of(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Happened(var _, var event, var _) -> Optional.of(Occurrence.of(event));
            case HistoryEntry.Decided(var decision) ->
                decision.status().isFinal() ? Optional.of(of(decision)) : Optional.empty();
            case HistoryEntry.RunStarted(var at, var run, var _) -> Optional.of(of(at, run, ENTERED));
            case HistoryEntry.RunEnded(var at, var run, var reason) ->
                Optional.of(of(at, run, reason.name().toLowerCase(Locale.ROOT)));
            case HistoryEntry.Linked _,
                    HistoryEntry.Absorbed _,
                    HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Parted _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Moved _,
                    HistoryEntry.Chose _,
                    HistoryEntry.Preferred _,
                    HistoryEntry.TraitSet _,
                    HistoryEntry.Called _,
                    HistoryEntry.Parked _ -> Optional.empty();
        };
    }

    private static Occurrence of(Decision decision) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("message", Value.of(decision.message().text()));
        properties.put("journey", Value.of(decision.intent().run().journey().text()));
        decision.chosen().ifPresent(channel -> properties.put("channel", Value.of(channel.word())));
        String status = decision.status().word();
        return new Occurrence(
                Occurrence.Kind.MESSAGE,
                status,
                new Value.Fields(properties),
                new Stamp(
                        decision.at(),
                        new MessageId(status + ":" + decision.id().text())));
    }

    private static Occurrence of(Instant at, RunKey run, String what) {
        var properties = new LinkedHashMap<String, Value>();
        properties.put("journey", Value.of(run.journey().text()));
        properties.put("key", Value.of(run.key()));
        String id = Canonical.hash(run.journey().text() + "\n" + run.key());
        return new Occurrence(
                Occurrence.Kind.JOURNEY,
                what,
                new Value.Fields(properties),
                new Stamp(at, new MessageId(what + ":" + id)));
    }
}
