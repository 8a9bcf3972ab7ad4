package io.carillon.server.runtime;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.entity.audit.TraitsCompared;
import io.carillon.core.event.Event;
import io.carillon.core.host.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sums up in memory what each source sends, until somebody takes it. Every event is counted; of more than {@value
 * #LOOKED_PER_SECOND} a second only a part is looked into, drawn evenly. A crash loses what was not taken yet. Thread-safe.
 */
public final class Recorder {
    static final int LOOKED_PER_SECOND = 1_000;
    private static final int SOURCES_MAX = 1_000;
    private static final int DAYS_WAITING_MAX = 60;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final InstantSource clock;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    Recorder(InstantSource clock) {
        this.clock = clock;
    }

    /** What one source sent since it was last taken. */
    private static final class Part {
        private final List<SourceDay> days = new ArrayList<>();
        private long second;
        private long thisSecond;
        private long number;
        /** One of so many is looked into, by how many came in the second before. */
        private long oneOf = 1;

        private SourceDay day(Instant at) {
            LocalDate day = SourceDay.dayOf(at);
            // What comes after midnight and belongs before it counts to the new day.
            if (!days.isEmpty() && (!day.isAfter(days.getLast().day()) || days.size() >= DAYS_WAITING_MAX)) {
                return days.getLast();
            }
            days.add(new SourceDay(day));
            return days.getLast();
        }

        private boolean isLookedInto(Instant at) {
            if (at.getEpochSecond() != second) {
                oneOf = Math.max(1, thisSecond / LOOKED_PER_SECOND);
                second = at.getEpochSecond();
                thisSecond = 0;
            }
            thisSecond++;
            return oneOf == 1 || Long.remainderUnsigned((++number * GOLDEN) >>> 32, oneOf) == 0;
        }
    }

    /** Events that were taken. */
    public void seen(List<Event> events) {
        for (int from = 0; from < events.size(); ) {
            String source = events.get(from).source();
            Part part = part(source);
            synchronized (part) {
                for (; from < events.size() && events.get(from).source().equals(source); from++) {
                    Event event = events.get(from);
                    SourceDay day = part.day(event.receivedAt());
                    if (part.isLookedInto(event.receivedAt())) day.look(event);
                    else day.count(event);
                }
            }
        }
    }

    void unusable(String source, String reason, String example, int count) {
        Part part = part(source);
        synchronized (part) {
            part.day(clock.instant()).unusable(reason, example, count);
        }
    }

    void onNotice(Notice notice) {
        if (!(notice instanceof TraitsCompared compared)) return;
        Part part = part(compared.source());
        synchronized (part) {
            SourceDay day = part.day(compared.receivedAt());
            for (TraitsCompared.Pair pair : compared.traits()) {
                day.compared(pair.trait(), pair.other(), pair.isAlike(), pair.example());
            }
        }
    }

    private Part part(String source) {
        Part known = parts.get(source);
        if (known != null) return known;
        String under = parts.size() < SOURCES_MAX ? source : "(others)";
        return parts.computeIfAbsent(under, _ -> new Part());
    }

    /** What came since this was last asked, by source, each day for itself and in order. */
    Map<String, List<SourceDay>> take() {
        var taken = new TreeMap<String, List<SourceDay>>();
        parts.forEach((source, part) -> {
            synchronized (part) {
                if (part.days.isEmpty()) return;
                taken.put(source, List.copyOf(part.days));
                part.days.clear();
            }
        });
        return taken;
    }
}
