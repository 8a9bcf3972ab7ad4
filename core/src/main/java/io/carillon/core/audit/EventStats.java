package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * What was seen of the events of one name on one day. Not thread-safe, and never changed once it was handed over.
 */
public final class EventStats {
    public static final int HOURS = 24;
    /** Doublings of a second: the last is 34 years and all above. */
    public static final int LAGS = 31;

    private static final int SECONDS_PER_HOUR = 3_600;

    private long count;
    private long looked;
    private final long[] hours = new long[HOURS];
    private final long[] lags = new long[LAGS];
    private final FieldStats fields;

    EventStats() {
        this(new FieldStats());
    }

    private EventStats(FieldStats fields) {
        this.fields = fields;
    }

    void count(Instant receivedAt) {
        count++;
        hours[(int) (Math.floorMod(receivedAt.getEpochSecond(), (long) HOURS * SECONDS_PER_HOUR) / SECONDS_PER_HOUR)]++;
    }

    /** Looks into it, too. */
    void look(Event event, Room room) {
        looked++;
        lags[lag(Duration.between(event.occurredAt(), event.receivedAt()))]++;
        var both = new LinkedHashMap<String, Value>(2);
        if (!event.properties().isEmpty()) both.put("properties", event.properties());
        if (!event.traits().isEmpty()) both.put("traits", event.traits());
        fields.add(new Value.Fields(both), event.lineage(), "", 0, room);
    }

    /** Which doubling of a second a time is in: 0 below one second, 1 below three. */
    public static int lag(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return Math.min(LAGS - 1, 63 - Long.numberOfLeadingZeros(seconds + 1));
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** Into how many of them was looked: what fields and lags say is of these. */
    public long looked() {
        return looked;
    }

    /** How many in each hour of the day, UTC. */
    public long hour(int hour) {
        return hours[hour];
    }

    /** How many were under way for so long or longer. */
    public long laterThan(Duration time) {
        return Arrays.stream(lags, lag(time), LAGS).sum();
    }

    /** Of the events as objects with {@code properties} and {@code traits}. */
    public FieldStats fields() {
        return fields;
    }

    void addAll(EventStats other, Room room) {
        count += other.count;
        looked += other.looked;
        for (int i = 0; i < HOURS; i++) hours[i] += other.hours[i];
        for (int i = 0; i < LAGS; i++) lags[i] += other.lags[i];
        fields.addAll(other.fields, room);
    }

    /** Of several days together. */
    public static EventStats sum(Iterable<EventStats> days) {
        var sum = new EventStats();
        var room = new Room(SourceDay.FIELDS_MAX);
        for (EventStats day : days) sum.addAll(day, room);
        return sum;
    }

    void write(ByteWriter out) {
        out.count(count);
        out.count(looked);
        for (long hour : hours) out.count(hour);
        for (long lag : lags) out.count(lag);
        fields.write(out);
    }

    static EventStats read(ByteReader in) {
        long count = in.count();
        long looked = in.count();
        long[] hours = new long[HOURS];
        for (int i = 0; i < HOURS; i++) hours[i] = in.count();
        long[] lags = new long[LAGS];
        for (int i = 0; i < LAGS; i++) lags[i] = in.count();
        var stats = new EventStats(FieldStats.read(in));
        stats.count = count;
        stats.looked = looked;
        System.arraycopy(hours, 0, stats.hours, 0, HOURS);
        System.arraycopy(lags, 0, stats.lags, 0, LAGS);
        return stats;
    }
}
