package io.carillon.server.collect;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the calls of one request came to. One thread. */
final class Tally {
    private static final int PROBLEMS_SHOWN_MAX = 100;

    private final List<Event> events = new ArrayList<>();
    private final List<Value> refusals = new ArrayList<>();
    private final Map<Reason, Seen> seen = new EnumMap<>(Reason.class);
    private int calls;
    private int unusable;

    private record Seen(int count, String example) {}

    void add(Reading reading) {
        switch (reading) {
            case Reading.Usable(var event, var problems) -> {
                events.add(event);
                problems.forEach(this::count);
            }
            case Reading.Unusable(var problem) -> {
                count(problem);
                unusable++;
                if (refusals.size() < PROBLEMS_SHOWN_MAX) refusals.add(problem.toValue(calls));
            }
        }
        calls++;
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

    /** The first refused calls, each with its index and reason. */
    Value.Items refusals() {
        return new Value.Items(refusals);
    }

    void tell(Inlet inlet, String source) {
        seen.forEach((reason, of) -> inlet.unusable(source, reason.code(), of.example, of.count));
    }
}
