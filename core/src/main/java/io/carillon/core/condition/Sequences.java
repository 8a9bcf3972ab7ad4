package io.carillon.core.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds one thing after the other in a person's behaviour. */
final class Sequences {
    /** Something that happened, and which parts of the sequence it can be. */
    private record Moment(BitSet steps, BitSet without) {}

    /** A beginning of the sequence: when it began, and when its last step was. */
    private record Reached(Instant began, Instant at) {}

    private final Condition.Sequence sequence;
    private final ZoneId zone;
    private final TreeMap<Sample, Moment> moments = new TreeMap<>();

    private Sequences(Condition.Sequence sequence, ZoneId zone) {
        this.sequence = sequence;
        this.zone = zone;
    }

    static Sequences of(Condition.Sequence sequence, Subject subject) {
        var sequences = new Sequences(sequence, subject.zone());
        for (int i = 0; i < sequence.steps().size(); i++) {
            int step = i;
            Condition.Then then = sequence.steps().get(i);
            for (Sample sample : sequences.samples(then.query(), subject)) {
                sequences.moment(sample).steps().set(step);
            }
            for (EventQuery query : then.without()) {
                for (Sample sample : sequences.samples(query, subject)) {
                    sequences.moment(sample).without().set(step);
                }
            }
        }
        return sequences;
    }

    boolean holds(Instant now) {
        return latestBeginning(now).isPresent();
    }

    /** The first instant after now at which the answer may be another. */
    Optional<Instant> turns(Instant now) {
        Optional<Instant> enters = moments.keySet().stream()
                .map(sample -> sequence.window().enters(sample.at(), zone))
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
        Optional<Instant> leaves = latestBeginning(now)
                .map(began -> sequence.window().leaves(began, zone))
                .filter(at -> !at.equals(Instant.MAX));
        if (enters.isEmpty() || leaves.isEmpty()) return enters.or(() -> leaves);
        return enters.get().isBefore(leaves.get()) ? enters : leaves;
    }

    /**
     * The latest first step of a whole sequence in the window. Of several ways to a step the latest is best: it is nearest
     * to what follows, and it began last.
     */
    private Optional<Instant> latestBeginning(Instant now) {
        int count = sequence.steps().size();
        List<Optional<Reached>> reached = Collections.nCopies(count, Optional.empty());
        Optional<Instant> latest = Optional.empty();
        for (var entry : moments.entrySet()) {
            Instant at = entry.getKey().at();
            if (!isInWindow(at, now)) continue;
            Moment moment = entry.getValue();
            List<Optional<Reached>> next = new ArrayList<>(reached);
            for (int step = 1; step < count; step++) {
                if (moment.without().get(step)) next.set(step - 1, Optional.empty());
            }
            for (int step = 1; step < count; step++) {
                Optional<Reached> before = reached.get(step - 1);
                if (!moment.steps().get(step) || before.isEmpty() || !isSoonEnough(step, before.get(), at)) continue;
                next.set(step, Optional.of(new Reached(before.get().began(), at)));
            }
            if (moment.steps().get(0)) next.set(0, Optional.of(new Reached(at, at)));
            reached = next;
            Optional<Instant> began = reached.getLast().map(Reached::began);
            if (began.isPresent() && (latest.isEmpty() || began.get().isAfter(latest.get()))) latest = began;
        }
        return latest;
    }

    private boolean isSoonEnough(int step, Reached before, Instant at) {
        return sequence.steps()
                .get(step)
                .within()
                .filter(within -> before.at().plus(within).isBefore(at))
                .isEmpty();
    }

    private boolean isInWindow(Instant at, Instant now) {
        return !sequence.window().enters(at, zone).isAfter(now)
                && sequence.window().leaves(at, zone).isAfter(now);
    }

    private List<Sample> samples(EventQuery query, Subject subject) {
        return subject.behaviour().series(Tracking.seriesOf(query)).latest();
    }

    private Moment moment(Sample sample) {
        return moments.computeIfAbsent(sample, _ -> new Moment(new BitSet(), new BitSet()));
    }
}
