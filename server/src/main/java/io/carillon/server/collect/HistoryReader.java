package io.carillon.server.collect;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.Cleansing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads calls that come from records, in the way in which those that arrive live are read. */
public final class HistoryReader {
    private final EventReader reader;

    public HistoryReader(Sources sources, Cleansing cleansing) {
        reader = new EventReader(() -> "", sources, cleansing);
    }

    /** What a call came to. */
    public sealed interface Outcome {
        /** An event of history; what is wrong cost only parts of it. */
        record Read(Event event, List<Wrong> wrong) implements Outcome {}

        /** No event can be made of it. */
        record Unusable(Wrong wrong) implements Outcome {}
    }

    /**
     * Something wrong with a call.
     *
     * @param code of a {@link Reason}
     * @param place the field, as {@code email}; empty when it is the whole call
     * @param value what stands there
     */
    public record Wrong(String code, String place, String value, String meaning) {}

    /**
     * Reads one call, which has a {@code messageId}.
     *
     * @param at when the records were handed in; it is the time of a call that says none
     */
    public Outcome read(Value.Fields call, EventType type, String source, Instant at) {
        var envelope =
                new Envelope(source, at, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.empty());
        return switch (reader.read(call, type, envelope)) {
            case Reading.Unusable(var problems) -> new Outcome.Unusable(wrong(problems.getFirst(), call));
            case Reading.Blocked(var problems) -> new Outcome.Unusable(wrong(problems.getFirst(), call));
            case Reading.Usable(var event, var problems) -> {
                // With the time of today it would win over everything that is known.
                Optional<Problem> untimed = problems.stream()
                        .filter(problem -> problem.reason() == Reason.BAD_TIMESTAMP)
                        .findFirst();
                yield untimed.isPresent()
                        ? new Outcome.Unusable(wrong(untimed.get(), call))
                        : new Outcome.Read(
                                event.asHistory(),
                                problems.stream()
                                        .map(problem -> wrong(problem, call))
                                        .toList());
            }
        };
    }

    /** A time as senders write it; empty when it says none. */
    public static Optional<Instant> time(Value value) {
        return Timestamps.read(value);
    }

    /** The example begins with the place. */
    private static Wrong wrong(Problem problem, Value.Fields call) {
        int end = problem.example().indexOf(' ');
        String place = end < 0 ? problem.example() : problem.example().substring(0, end);
        Optional<Value> value = call.at(place)
                .or(() -> call.fields("traits").at(place))
                .or(() -> call.fields("context").fields("traits").at(place));
        String shown = value.map(it -> it instanceof Value.Text(var text) ? text : Json.write(it))
                .orElse("");
        return new Wrong(
                problem.reason().code(),
                value.isPresent() ? place : "",
                shown,
                problem.reason().meaning());
    }
}
