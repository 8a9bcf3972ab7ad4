package io.carillon.server.runtime;

import io.carillon.core.event.Event;
import io.carillon.server.collect.Inlet;
import io.carillon.server.collect.Taken;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came in since the start, by name, on its way to another inlet. Thread-safe. */
public final class Arrivals implements Inlet {
    /** Names beyond so many are counted together. */
    static final int NAMES_MAX = 1_000;

    private static final String OTHERS = "(others)";

    private final Inlet inner;
    private final Unusable recorder;
    private final Map<String, LongAdder> byName = new ConcurrentHashMap<>();
    private final LongAdder total = new LongAdder();
    private final LongAdder unusable = new LongAdder();

    /** Is told of what could not be used. */
    @FunctionalInterface
    interface Unusable {
        void note(String source, String reason, String example, int count);
    }

    Arrivals(Inlet inner, Unusable recorder) {
        this.inner = inner;
        this.recorder = recorder;
    }

    /** Events taken in, repeats among them. */
    public long total() {
        return total.sum();
    }

    /** How often something could not be used, in whole or in part. */
    public long unusable() {
        return unusable.sum();
    }

    /** How many events of each name; at most {@value #NAMES_MAX} names and one more for all others. */
    public SortedMap<String, Long> byName() {
        var counts = new TreeMap<String, Long>();
        byName.forEach((name, count) -> counts.put(name, count.sum()));
        return Collections.unmodifiableSortedMap(counts);
    }

    @Override
    public Taken receive(List<Event> events, Duration patience) {
        Taken taken = inner.receive(events, patience);
        if (taken != Taken.FULL) events.forEach(this::count); // what is late is in, too
        return taken;
    }

    private void count(Event event) {
        total.increment();
        LongAdder known = byName.get(event.name());
        if (known == null) {
            String name = byName.size() < NAMES_MAX ? event.name() : OTHERS;
            known = byName.computeIfAbsent(name, _ -> new LongAdder());
        }
        known.increment();
    }

    @Override
    public void unusable(String source, String reason, String example, int count) {
        inner.unusable(source, reason, example, count);
        unusable.add(count);
        recorder.note(source, reason, example, count);
    }
}
