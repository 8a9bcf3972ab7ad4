package io.carillon.server.demo;

import java.util.ArrayList;
import java.util.List;

/** The way it went so far, one sample a day; of a long way every second one, and so on. Safe from many threads. */
final class Samples {
    static final int SAMPLES_MAX = 800;

    private final List<Sample> kept = new ArrayList<>();
    private int every = 1;
    private int skipped;

    /** Takes the next one, which is no earlier than the last. */
    synchronized void add(Sample sample) {
        if (++skipped < every) return;
        skipped = 0;
        kept.add(sample);
        if (kept.size() < SAMPLES_MAX) return;
        var half = new ArrayList<Sample>();
        for (int index = 1; index < kept.size(); index += 2) half.add(kept.get(index));
        kept.clear();
        kept.addAll(half);
        every *= 2;
    }

    /** Oldest first. */
    synchronized List<Sample> all() {
        return List.copyOf(kept);
    }
}
