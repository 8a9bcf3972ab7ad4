package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A person's runs.
 *
 * @param active by key, at most {@value #ACTIVE_MAX}
 * @param ended the latest end of each key, at most {@value #ENDED_MAX}, those that ended last
 */
public record Runs(SortedMap<RunKey, Run> active, SortedMap<RunKey, Ended> ended) {
    public static final Runs NONE = new Runs(new TreeMap<>(), new TreeMap<>());
    public static final int ACTIVE_MAX = 100;
    public static final int ENDED_MAX = 200;

    public Runs {
        active = Collections.unmodifiableSortedMap(active);
        ended = Collections.unmodifiableSortedMap(ended);
    }

    public Optional<Run> active(RunKey key) {
        return Optional.ofNullable(active.get(key));
    }

    public Optional<Ended> ended(RunKey key) {
        return Optional.ofNullable(ended.get(key));
    }

    public boolean isFull() {
        return active.size() >= ACTIVE_MAX;
    }

    public Runs with(Run run) {
        var now = new TreeMap<>(active);
        now.put(run.key(), run);
        return new Runs(now, ended);
    }

    /** The run has ended; nothing happens when it is not active. */
    public Runs end(RunKey key, RunEnd reason, Instant at) {
        Run run = active.get(key);
        if (run == null) return this;
        var now = new TreeMap<>(active);
        now.remove(key);
        var past = new TreeMap<>(ended);
        past.merge(key, new Ended(run.started(), at, reason), Ended::later);
        return new Runs(now, latest(past));
    }

    /** When the first wait ends. */
    public Optional<Instant> wakeAt() {
        Optional<Instant> first = Optional.empty();
        for (Run run : active.values()) {
            Optional<Instant> next = run.position().wakeAt();
            if (next.isPresent() && (first.isEmpty() || next.get().isBefore(first.get()))) first = next;
        }
        return first;
    }

    /** One run per key, the one further on; of too many those that began last. */
    public Runs merge(Runs other) {
        var runs = new TreeMap<>(active);
        other.active.forEach((key, run) -> runs.merge(key, run, (one, two) -> one.isFurtherThan(two) ? one : two));
        var past = new TreeMap<>(ended);
        other.ended.forEach((key, end) -> past.merge(key, end, Ended::later));
        return new Runs(latestActive(runs), latest(past));
    }

    private static SortedMap<RunKey, Run> latestActive(SortedMap<RunKey, Run> runs) {
        if (runs.size() <= ACTIVE_MAX) return runs;
        var kept = new TreeMap<RunKey, Run>();
        runs.values().stream()
                .sorted(Comparator.comparing(Run::started).reversed().thenComparing(Run::key))
                .limit(ACTIVE_MAX)
                .forEach(run -> kept.put(run.key(), run));
        return kept;
    }

    private static SortedMap<RunKey, Ended> latest(SortedMap<RunKey, Ended> ended) {
        if (ended.size() <= ENDED_MAX) return ended;
        var kept = new TreeMap<RunKey, Ended>();
        ended.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Ended::at).reversed()))
                .limit(ENDED_MAX)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    public void write(ByteWriter out) {
        out.list(active.values(), Run::write);
        out.map(ended, RunKey::write, Ended::write);
    }

    public static Runs read(ByteReader in) {
        return read(in, Run::read);
    }

    /** Before runs could wait for events. */
    public static Runs readFirst(ByteReader in) {
        return read(in, Run::readFirst);
    }

    private static Runs read(ByteReader in, Function<ByteReader, Run> runs) {
        var active = new TreeMap<RunKey, Run>();
        for (Run run : in.list(runs)) active.put(run.key(), run);
        return new Runs(active, in.sortedMap(RunKey::read, Ended::read));
    }
}
