package io.carillon.server.collect;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the calls of one request came to. One thread. */
final class Tally {
    private static final int PROBLEMS_SHOWN_MAX = 100;

    private final Envelope envelope;
    private final Optional<EventType> type;
    private final List<Quarantine.Call> withheld = new ArrayList<>(0);
    private final List<Event> events = new ArrayList<>();
    private final List<Value> refusals = new ArrayList<>();
    private final Map<Reason, Seen> seen = new EnumMap<>(Reason.class);
    private int calls;
    private int unusable;

    private record Seen(int count, String example) {}

    /** @param type of all calls; empty for a batch, whose calls say theirs */
    Tally(Envelope envelope, Optional<EventType> type) {
        this.envelope = envelope;
        this.type = type;
    }

    /** @param call as it was sent */
    void add(Value call, Reading reading) {
        reading.problems().forEach(this::count);
        switch (reading) {
            case Reading.Usable(var event, var _) -> events.add(event);
            case Reading.Unusable(var problems) -> {
                refuse(problems);
                withheld.add(new Quarantine.Call(
                        envelope.source(), envelope.receivedAt(), type, call, envelope.inherited(), problems));
            }
            case Reading.Blocked(var problems) -> refuse(problems);
        }
        calls++;
    }

    private void refuse(List<Problem> problems) {
        unusable++;
        for (Problem problem : problems) {
            if (refusals.size() < PROBLEMS_SHOWN_MAX) refusals.add(problem.toValue(calls));
        }
    }

    /** The unusable calls, for whoever repairs them. */
    List<Quarantine.Call> withheld() {
        return withheld;
    }

    private void count(Problem problem) {
        seen.merge(problem.reason(), new Seen(1, problem.example()), (old, _) -> new Seen(old.count + 1, old.example));
    }

    List<Event> events() {
        return events;
    }

    int calls() {
        return calls;
    }

    int unusable() {
        return unusable;
    }

    /** What is wrong with the first refused calls, each with the call's index and a reason. */
    Value.Items refusals() {
        return new Value.Items(refusals);
    }

    void tell(Inlet inlet, String source) {
        seen.forEach((reason, of) -> inlet.unusable(source, reason.code(), of.example, of.count));
    }
}
