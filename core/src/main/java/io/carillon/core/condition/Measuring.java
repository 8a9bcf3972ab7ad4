package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Works out measures in windows, and when time alone changes what a test says of them. */
final class Measuring {
    private final Condition.Measured measured;
    private final List<Sample> timeline;
    private final ZoneId zone;

    private Measuring(Condition.Measured measured, List<Sample> timeline, ZoneId zone) {
        this.measured = measured;
        this.timeline = timeline;
        this.zone = zone;
    }

    static Measuring of(Condition.Measured measured, Subject subject) {
        Series series = subject.behaviour().series(Tracking.seriesOf(measured));
        return new Measuring(measured, series.timeline(), subject.zone());
    }

    boolean holds(Instant now) {
        return measured.test().test(value(now));
    }

    /** The measure now. */
    Optional<Value> value(Instant now) {
        var accumulator = new Accumulator(measured.measure().aggregate());
        for (int i = entered(now); i < timeline.size() && isIn(i, now); i++) {
            accumulator.add(timeline.get(i));
        }
        return accumulator.result();
    }

    /**
     * The first instant after now at which the answer may be another: exact as far as what is in the window leaves it, and
     * no later than the next to enter.
     */
    Optional<Instant> turns(Instant now) {
        int first = entered(now);
        Optional<Instant> enters = first == 0
                ? Optional.empty()
                : Optional.of(window().enters(timeline.get(first - 1).at(), zone));
        if (window() instanceof Window.Ever) return enters;
        int last = first;
        while (last < timeline.size() && isIn(last, now)) last++;
        boolean[] answers = answers(first, last);
        boolean answer = answers[last - first];
        while (last > first) {
            Instant leaves = leaves(last - 1);
            while (last > first && !leaves(last - 1).isAfter(leaves)) last--;
            if (answers[last - first] == answer) continue;
            return enters.filter(at -> at.isBefore(leaves)).or(() -> Optional.of(leaves));
        }
        return enters;
    }

    /** What the test says of the newest n in the window, for each n. */
    private boolean[] answers(int first, int last) {
        var answers = new boolean[last - first + 1];
        var accumulator = new Accumulator(measured.measure().aggregate());
        answers[0] = measured.test().test(accumulator.result());
        for (int i = first; i < last; i++) {
            accumulator.add(timeline.get(i));
            answers[i - first + 1] = measured.test().test(accumulator.result());
        }
        return answers;
    }

    /** The place of the newest that has entered the window. */
    private int entered(Instant now) {
        int low = 0;
        int high = timeline.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (window().enters(timeline.get(middle).at(), zone).isAfter(now)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private boolean isIn(int place, Instant now) {
        return leaves(place).isAfter(now);
    }

    private Instant leaves(int place) {
        return window().leaves(timeline.get(place).at(), zone);
    }

    private Window window() {
        return measured.window();
    }
}
