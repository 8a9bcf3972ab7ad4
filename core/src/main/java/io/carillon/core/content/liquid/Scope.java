package io.carillon.core.content.liquid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names a template gives values to, and what its tags remember from one to the next. */
final class Scope {
    private final boolean isolated;
    private final Map<String, Val> assigned = new LinkedHashMap<>();
    private final List<Map<String, Val>> frames = new ArrayList<>();
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private final Map<String, Integer> cycles = new LinkedHashMap<>();
    private final Map<String, Long> offsets = new LinkedHashMap<>();
    private final List<Loop> loops = new ArrayList<>();
    private Optional<String> lastChanged = Optional.empty();

    Scope(boolean isolated) {
        this.isolated = isolated;
    }

    /** Inside {@code render}: no {@code include} there, as it would see what it must not. */
    boolean isIsolated() {
        return isolated;
    }

    /** Innermost first, then what was assigned, then counters. */
    Val find(String name) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            Val val = frames.get(i).get(name);
            if (val != null) return val;
        }
        Val val = assigned.get(name);
        if (val != null) return val;
        Long counter = counters.get(name);
        return counter == null ? Val.Special.ABSENT : Val.of(counter);
    }

    void assign(String name, Val val) {
        assigned.put(name, val);
    }

    /** Names that end with the block around them. */
    Map<String, Val> push() {
        Map<String, Val> frame = new LinkedHashMap<>();
        frames.add(frame);
        return frame;
    }

    void pop() {
        frames.removeLast();
    }

    Optional<Long> counter(String name) {
        return Optional.ofNullable(counters.get(name));
    }

    void setCounter(String name, long value) {
        counters.put(name, value);
    }

    int cycle(String key) {
        return cycles.getOrDefault(key, 0);
    }

    void setCycle(String key, int position) {
        cycles.put(key, position);
    }

    long offset(String loopName) {
        return offsets.getOrDefault(loopName, 0L);
    }

    void setOffset(String loopName, long offset) {
        offsets.put(loopName, offset);
    }

    Optional<Loop> loop() {
        return loops.isEmpty() ? Optional.empty() : Optional.of(loops.getLast());
    }

    void pushLoop(Loop loop) {
        loops.add(loop);
    }

    void popLoop() {
        loops.removeLast();
    }

    /** Whether this differs from what was said here the last time; remembers it. */
    boolean changesTo(String text) {
        boolean changed = !lastChanged.equals(Optional.of(text));
        lastChanged = Optional.of(text);
        return changed;
    }
}
