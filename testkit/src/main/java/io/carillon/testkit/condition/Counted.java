package io.carillon.testkit.condition;

import io.carillon.core.condition.Each;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Path;
import io.carillon.core.condition.Tracking;
import io.carillon.core.condition.Where;
import io.carillon.core.value.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * An occurrence and when it counts as having happened: as it did, or, where it is not among the latest, at the beginning of
 * its hour; past the room for hours, at the beginning of the newest hour for which there is none.
 */
record Counted(Instant at, Occurrence occurrence) {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger FNV_OFFSET = new BigInteger("14695981039346656037");
    private static final BigInteger FNV_PRIME = new BigInteger("1099511628211");

    /** By time, and at one time by the hash of the message id. */
    static final Comparator<Occurrence> ORDER = Comparator.<Occurrence, Instant>comparing(
                    it -> it.stamp().at())
            .thenComparingLong(it -> hash(it.stamp().by().text()));

    /** All that match, each once, newest first. */
    static List<Occurrence> matching(EventQuery query, List<Occurrence> happened) {
        var found = new TreeMap<Occurrence, Occurrence>(ORDER.reversed());
        for (Occurrence occurrence : happened)
            if (isMeant(query.asked(), occurrence)) found.put(occurrence, occurrence);
        return List.copyOf(found.values());
    }

    /** @param weight how much room an hour with these takes */
    static List<Counted> of(
            List<Occurrence> newestFirst, Tracking.Bounds bounds, ToIntFunction<List<Occurrence>> weight) {
        var counted = new ArrayList<Counted>();
        var hours = new TreeMap<Instant, List<Occurrence>>(Comparator.reverseOrder());
        for (Occurrence occurrence : newestFirst) {
            Instant at = occurrence.stamp().at();
            if (counted.size() < bounds.samples()) counted.add(new Counted(at, occurrence));
            else
                hours.computeIfAbsent(at.truncatedTo(ChronoUnit.HOURS), _ -> new ArrayList<>())
                        .add(occurrence);
        }
        int room = bounds.hours();
        Instant last = Instant.MAX;
        for (Map.Entry<Instant, List<Occurrence>> hour : hours.entrySet()) {
            if (room >= 0) {
                room -= weight.applyAsInt(hour.getValue());
                last = hour.getKey();
            }
            for (Occurrence occurrence : hour.getValue()) counted.add(new Counted(last, occurrence));
        }
        return counted;
    }

    /** What stands for an occurrence: itself, or its items that count each for itself. */
    static List<Value.Fields> parts(EventQuery query, Occurrence occurrence) {
        if (query.asked().each().isEmpty()) return List.of(occurrence.properties());
        Each each = query.asked().each().get();
        Value list = occurrence.properties().at(each.list()).orElse(Value.of(List.of()));
        List<Value> items = list instanceof Value.Items(var all) ? all : List.of(list);
        var parts = new ArrayList<Value.Fields>();
        for (Value item : items) {
            if (item == Value.Nothing.NOTHING) continue;
            Value.Fields fields = item instanceof Value.Fields it ? it : Value.of(Map.of("value", item));
            if (each.where().stream().allMatch(where -> passes(where, fields))) parts.add(fields);
        }
        return parts;
    }

    static <T> List<T> values(EventQuery query, Occurrence occurrence, String property, Function<Value, List<T>> read) {
        return parts(query, occurrence).stream()
                .flatMap(part -> Path.in(part, property).stream())
                .flatMap(value -> read.apply(value).stream())
                .toList();
    }

    private static boolean isMeant(EventQuery.Asked asked, Occurrence occurrence) {
        Instant at = occurrence.stamp().at();
        return occurrence.kind() == asked.kind()
                && occurrence.name().equals(asked.name())
                && asked.during().from().map(from -> from.compareTo(at) <= 0).orElse(true)
                && asked.during().until().map(until -> until.compareTo(at) > 0).orElse(true)
                && asked.where().stream().allMatch(where -> passes(where, occurrence.properties()))
                && !parts(new EventQuery(asked), occurrence).isEmpty();
    }

    private static boolean passes(Where where, Value.Fields fields) {
        return where.test().passes(Path.in(fields, where.property()));
    }

    private static long hash(String text) {
        BigInteger hash = FNV_OFFSET;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = hash.xor(BigInteger.valueOf(each & 0xff)).multiply(FNV_PRIME).mod(TWO_TO_64);
        }
        return hash.longValue();
    }
}
