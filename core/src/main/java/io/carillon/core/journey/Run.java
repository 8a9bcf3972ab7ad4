package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.time.Instant;
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
 * @param since a wait for an event is over by one after this: the start, or the event that ended the wait before
 */
public record Run(
        RunKey key,
        String version,
        Stamp started,
        int step,
        RunPosition position,
        List<Value.Fields> events,
        Instant since) {
    public static final int EVENTS_MAX = 50;

    // Of two runs with one key the one further on goes on; then the one that began earlier.
    private static final Comparator<Run> FURTHER = Comparator.comparingInt(Run::step)
            .thenComparing(Run::started, Comparator.reverseOrder())
            .thenComparing(run -> run.position.toString())
            .thenComparing(Run::version)
            // Nobody cares beyond here, but the halves of a merge must agree.
            .thenComparing(run -> run.events.toString())
            .thenComparing(Run::since);

    public Run {
        events = List.copyOf(events);
    }

    /** At its very beginning. */
    public static Run starting(RunKey key, String version, Stamp trigger, Value.Fields event, Instant now) {
        return new Run(key, version, trigger, 0, new RunPosition.Waiting(now), List.of(event), trigger.at());
    }

    public Run at(int newStep, RunPosition newPosition) {
        return new Run(key, version, started, newStep, newPosition, events, since);
    }

    /** What it waited for happened then. */
    public Run metAt(Instant event) {
        return new Run(key, version, started, step, position, events, event);
    }

    /** A further trigger while it is active adds to what templates see. */
    public Run and(Value.Fields trigger) {
        if (events.size() >= EVENTS_MAX) return this;
        var more = new ArrayList<>(events);
        more.add(trigger);
        return new Run(key, version, started, step, position, more, since);
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
        out.instant(since);
    }

    static Run read(ByteReader in) {
        Run first = readFirst(in);
        return first.metAt(in.instant());
    }

    /** Before runs could wait for events. */
    static Run readFirst(ByteReader in) {
        RunKey key = RunKey.read(in);
        String version = in.text();
        Stamp started = Stamp.read(in);
        int step = in.count();
        RunPosition position = RunPosition.read(in);
        return new Run(key, version, started, step, position, in.list(ValueCodec.VALUES::readFields), started.at());
    }
}
