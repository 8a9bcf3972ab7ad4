package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One person's way through one version of a journey.
 *
 * @param version of the journey that it entered and keeps to
 * @param started the event that started it
 * @param step index of the step at which it stands
 * @param events properties of all trigger events of this run, oldest first, at most {@value #EVENTS_MAX}: the first ones
 */
public record Run(
        RunKey key, String version, Stamp started, int step, RunPosition position, List<Value.Fields> events) {
    public static final int EVENTS_MAX = 50;

    // Of two runs with one key the one further on goes on; then the one that began earlier.
    private static final Comparator<Run> FURTHER = Comparator.comparingInt(Run::step)
            .thenComparing(Run::started, Comparator.reverseOrder())
            .thenComparing(run -> run.position.toString())
            .thenComparing(Run::version)
            // Nobody cares beyond here, but the halves of a merge must agree.
            .thenComparing(run -> run.events.toString());

    public Run {
        events = List.copyOf(events);
    }

    public Run at(int newStep, RunPosition newPosition) {
        return new Run(key, version, started, newStep, newPosition, events);
    }

    /** A further trigger while it is active adds to what templates see. */
    public Run and(Value.Fields trigger) {
        if (events.size() >= EVENTS_MAX) return this;
        var more = new ArrayList<>(events);
        more.add(trigger);
        return new Run(key, version, started, step, position, more);
    }

    /** The properties of the event that started it. */
    public Value.Fields event() {
        return events.getFirst();
    }

    public boolean isFurtherThan(Run other) {
        return FURTHER.compare(this, other) >= 0;
    }

    void write(ByteWriter out) {
        key.write(out);
        out.text(version);
        started.write(out);
        out.count(step);
        position.write(out);
        out.list(events, (event, to) -> ValueCodec.VALUES.writeFields(event, to));
    }

    static Run read(ByteReader in) {
        return new Run(
                RunKey.read(in),
                in.text(),
                Stamp.read(in),
                in.count(),
                RunPosition.read(in),
                in.list(ValueCodec.VALUES::readFields));
    }
}
