package io.carillon.server.collect;

import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls of one request, read one by one: one that is unusable does not harm the others. */
final class Batch {
    static final int CALLS_MAX = 2_500;
    static final int CALL_BYTES_MAX = 32 * 1024;
    static final int BATCH_BYTES_MAX = 500 * 1024;

    private Batch() {}

    static Tally read(Value.Items calls, JsonReader.Measured measured, Envelope envelope, EventReader reader) {
        var tally = new Tally(envelope, Optional.empty());
        boolean tooMany = calls.items().size() > CALLS_MAX;
        for (int i = 0; i < calls.items().size(); i++) {
            Value call = calls.items().get(i);
            if (tooMany) {
                tally.add(call, unusable(Reason.TOO_MANY_EVENTS, calls.items().size() + " calls"));
            } else if (measured.sizes().get(i) > CALL_BYTES_MAX) {
                tally.add(call, unusable(Reason.TOO_LARGE, measured.sizes().get(i) + " bytes"));
            } else if (measured.outOfRange().containsKey(i)) {
                tally.add(
                        call,
                        unusable(
                                Reason.NUMBER_OUT_OF_RANGE,
                                measured.outOfRange().getOrDefault(i, "")));
            } else {
                tally.add(call, read(call, envelope, reader));
            }
        }
        return tally;
    }

    /** One call, whose type it says itself. */
    static Reading read(Value value, Envelope envelope, EventReader reader) {
        if (!(value instanceof Value.Fields call))
            return unusable(Reason.NOT_AN_OBJECT, value instanceof Value.Text ? "a text" : Fields.shown(value));
        Optional<EventType> type = call.text("type").flatMap(Batch::type);
        if (type.isEmpty()) {
            return unusable(
                    Reason.UNKNOWN_TYPE,
                    "type " + Fields.said(call, "type").map(Fields::shown).orElse("missing"));
        }
        return reader.read(call, type.get(), envelope);
    }

    /** Senders write it in either case. */
    static Optional<EventType> type(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (EventType type : EventType.values()) {
            if (type.word().equals(lower)) return Optional.of(type);
        }
        return Optional.empty();
    }

    private static Reading unusable(Reason reason, String example) {
        return new Reading.Unusable(List.of(new Problem(reason, example)));
    }
}
