package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source sent on one day of UTC, or a part of that day. Not thread-safe, and never changed once it was handed
 * over: a sum is another.
 */
public final class SourceDay {
    /** Names of events; what is beyond counts under {@link Noted#OTHERS}. */
    static final int EVENTS_MAX = 500;
    /** Fields of all events together: a day takes two kilobytes for each at most, and must fit into an entity's state. */
    static final int FIELDS_MAX = 1_200;

    private static final int NAME_LENGTH_MAX = 200;
    private static final int COMPARED_MAX = 200;

    private final LocalDate day;
    private final TreeMap<String, EventStats> events = new TreeMap<>();
    private SortedMap<String, Noted> unusable = new TreeMap<>();
    private final TreeMap<String, Compared> compared = new TreeMap<>();
    private Instant lastAt = Instant.EPOCH;
    private Room room = new Room(FIELDS_MAX);

    public SourceDay(LocalDate day) {
        this.day = day;
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Of an event that came. */
    public void count(Event event) {
        of(event.name()).count(event.receivedAt());
        if (event.receivedAt().isAfter(lastAt)) lastAt = event.receivedAt();
    }

    /** Of an event that came, and what is in it. */
    public void look(Event event) {
        EventStats stats = of(event.name());
        stats.count(event.receivedAt());
        stats.look(event, room);
        if (event.receivedAt().isAfter(lastAt)) lastAt = event.receivedAt();
    }

    private EventStats of(String name) {
        EventStats known = events.get(name);
        if (known != null) return known;
        boolean fits = name.length() <= NAME_LENGTH_MAX && events.size() < EVENTS_MAX;
        return events.computeIfAbsent(fits ? name : Noted.OTHERS, _ -> new EventStats());
    }

    /** Of something that was not usable. */
    public void unusable(String reason, String example, long count) {
        Noted.add(unusable, reason, new Noted(count, example));
    }

    /** Of a trait that it said, of which another source had spoken before. */
    public void compared(String trait, String other, boolean alike, String example) {
        add(trait + "|" + other, alike ? new Compared(1, 0, "") : new Compared(0, 1, example));
    }

    private void add(String key, Compared more) {
        if (compared.size() < COMPARED_MAX || compared.containsKey(key)) compared.merge(key, more, Compared::plus);
    }

    /** This and another part of the same day. */
    public SourceDay plus(SourceDay other) {
        var sum = new SourceDay(day);
        sum.addAll(this);
        sum.addAll(other);
        return sum;
    }

    private void addAll(SourceDay other) {
        other.events.forEach((name, stats) -> of(name).addAll(stats, room));
        Noted.addAll(unusable, other.unusable);
        other.compared.forEach(this::add);
        if (other.lastAt.isAfter(lastAt)) lastAt = other.lastAt;
    }

    public LocalDate day() {
        return day;
    }

    public SortedMap<String, EventStats> events() {
        return Collections.unmodifiableSortedMap(events);
    }

    public Optional<EventStats> event(String name) {
        return Optional.ofNullable(events.get(name));
    }

    /** By reason. */
    public SortedMap<String, Noted> unusable() {
        return Collections.unmodifiableSortedMap(unusable);
    }

    /** By {@code TRAIT|OTHER SOURCE}. */
    public SortedMap<String, Compared> compared() {
        return Collections.unmodifiableSortedMap(compared);
    }

    /** When it was last heard of; 1970 when it was not. */
    public Instant lastAt() {
        return lastAt;
    }

    /** How many events in all. */
    public long count() {
        long sum = 0;
        for (EventStats stats : events.values()) sum += stats.count();
        return sum;
    }

    public boolean isEmpty() {
        return events.isEmpty() && unusable.isEmpty() && compared.isEmpty();
    }

    /** Days that say the same are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SourceDay that && Stored.DAYS.encode(this).equals(Stored.DAYS.encode(that));
    }

    @Override
    public int hashCode() {
        return Stored.DAYS.encode(this).hashCode();
    }

    @Override
    public String toString() {
        return "%s: %d events of %d names".formatted(day, count(), events.size());
    }

    /** Stored form. */
    public enum Stored implements Codec<SourceDay> {
        DAYS;

        private static final int VERSION = 1;

        @Override
        public void write(SourceDay day, ByteWriter out) {
            out.u8(VERSION);
            out.number(day.day.toEpochDay());
            out.instant(day.lastAt);
            out.map(day.events, (name, to) -> to.text(name), EventStats::write);
            Noted.writeAll(day.unusable, out);
            out.map(day.compared, (key, to) -> to.text(key), Compared::write);
        }

        @Override
        public SourceDay read(ByteReader in) {
            in.version("audit day", VERSION);
            var day = new SourceDay(LocalDate.ofEpochDay(in.number()));
            day.lastAt = in.instant();
            day.events.putAll(in.sortedMap(ByteReader::text, EventStats::read));
            day.unusable = Noted.readAll(in);
            day.compared.putAll(in.sortedMap(ByteReader::text, Compared::read));
            int fields = day.events.values().stream()
                    .mapToInt(stats -> stats.fields().size())
                    .sum();
            day.room = new Room(Math.max(0, FIELDS_MAX - fields));
            return day;
        }
    }
}
