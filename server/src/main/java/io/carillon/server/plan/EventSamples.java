package io.carillon.server.plan;

import io.carillon.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The latest events of each source and name, a few of each, in memory only. Thread-safe; nobody waits. */
public final class EventSamples {
    private static final int SOURCES_MAX = 50;
    private static final int NAMES_MAX = 200;
    private static final int EACH_MAX = 64;

    private final Map<String, Map<String, Latest>> bySource = new ConcurrentHashMap<>();

    /** The latest of one name: each takes the place of the oldest. */
    private static final class Latest {
        private final AtomicReferenceArray<Event> events = new AtomicReferenceArray<>(EACH_MAX);
        private final AtomicInteger next = new AtomicInteger();

        void see(Event event) {
            events.setRelease(Math.floorMod(next.getAndIncrement(), EACH_MAX), event);
        }
    }

    public void see(List<Event> events) {
        for (Event event : events) {
            Map<String, Latest> names = bySource.get(event.source());
            if (names == null) {
                if (bySource.size() >= SOURCES_MAX) continue;
                names = bySource.computeIfAbsent(event.source(), _ -> new ConcurrentHashMap<>());
            }
            Latest latest = names.get(event.name());
            if (latest == null) {
                if (names.size() >= NAMES_MAX) continue;
                latest = names.computeIfAbsent(event.name(), _ -> new Latest());
            }
            latest.see(event);
        }
    }

    /** Those of a source, by their names. */
    public List<Event> of(String source) {
        var found = new ArrayList<Event>();
        new TreeMap<>(bySource.getOrDefault(source, Map.of())).forEach((_, latest) -> {
            for (int i = 0; i < EACH_MAX; i++) {
                Event event = latest.events.getAcquire(i);
                if (event != null) found.add(event);
            }
        });
        return found;
    }
}
