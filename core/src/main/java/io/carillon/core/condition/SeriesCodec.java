package io.carillon.core.condition;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stored form of all series of a person: first what they have in common (occurrences, hours, values), then each. */
final class SeriesCodec {
    private final Once<Sample> samples;
    private final Once<Instant> hours;
    private final Once<Value> values;

    private SeriesCodec(Collection<Series> all) {
        var ofSamples = new TreeSet<Sample>(Comparator.reverseOrder());
        var ofHours = new TreeSet<Instant>(Comparator.naturalOrder());
        var ofValues = new TreeSet<>(Scalars.ORDER);
        for (Series series : all) {
            ofSamples.addAll(series.latest());
            ofHours.addAll(series.older().keySet());
            for (Sample sample : series.latest()) collect(sample.tally(), ofValues);
            for (Tally tally : series.older().values()) collect(tally, ofValues);
        }
        samples = new Once<>(ofSamples);
        hours = new Once<>(ofHours);
        values = new Once<>(ofValues);
    }

    static void write(SortedMap<SeriesId, Series> all, ByteWriter out) {
        out.count(all.size());
        if (all.isEmpty()) return;
        var codec = new SeriesCodec(all.values());
        codec.samples.write(out, SeriesCodec::writeOccurrence);
        codec.hours.write(out, (hour, to) -> to.instant(hour));
        codec.values.write(out, ValueCodec.VALUES::write);
        all.forEach((id, series) -> {
            out.text(id.text());
            codec.write(series, out);
        });
    }

    static SortedMap<SeriesId, Series> read(ByteReader in) {
        var all = new TreeMap<SeriesId, Series>();
        int size = in.count();
        if (size == 0) return all;
        List<Sample> samples = in.list(SeriesCodec::readOccurrence);
        List<Instant> hours = in.list(ByteReader::instant);
        List<Value> values = in.list(SeriesCodec::readValue);
        for (int i = 0; i < size; i++) {
            var id = new SeriesId(in.text());
            Tally.Kind kind = in.constant(Tally.Kind.class);
            List<Sample> latest = Once.readSome(
                    samples, in, (sample, from) -> new Sample(sample.at(), sample.id(), readTally(kind, values, from)));
            var older = new TreeMap<Instant, Tally>();
            Once.readSome(hours, in, (hour, from) -> Map.entry(hour, readTally(kind, values, from)))
                    .forEach(entry -> older.put(entry.getKey(), entry.getValue()));
            all.put(id, new Series(latest, older));
        }
        return all;
    }

    private void write(Series series, ByteWriter out) {
        out.constant(kindOf(series));
        samples.writeSome(series.latest(), sample -> sample, (sample, to) -> write(sample.tally(), to), out);
        hours.writeSome(series.older().entrySet(), Map.Entry::getKey, (entry, to) -> write(entry.getValue(), to), out);
    }

    private static void writeOccurrence(Sample sample, ByteWriter out) {
        out.instant(sample.at());
        out.fixed64(sample.id());
    }

    private static Sample readOccurrence(ByteReader in) {
        return new Sample(in.instant(), in.fixed64(), new Tally.Counted(0));
    }

    private static Value readValue(ByteReader in) {
        Value value = ValueCodec.VALUES.read(in);
        return Scalars.of(value).orElseThrow(() -> new UnreadableException("a series has scalars, not " + value));
    }

    /** All of a series are of one kind, and none is empty. */
    private static Tally.Kind kindOf(Series series) {
        Tally any = series.latest().isEmpty()
                ? series.older().get(series.older().firstKey())
                : series.latest().getFirst().tally();
        return switch (any) {
            case Tally.Counted _ -> Tally.Kind.COUNT;
            case Tally.Numbers _ -> Tally.Kind.NUMBERS;
            case Tally.Values _ -> Tally.Kind.VALUES;
            case null -> throw new IllegalArgumentException("a series that is empty is not kept");
        };
    }

    private static void collect(Tally tally, SortedSet<Value> into) {
        if (tally instanceof Tally.Values(var counts)) into.addAll(counts.keySet());
    }

    private void write(Tally tally, ByteWriter out) {
        switch (tally) {
            case Tally.Counted(var count) -> out.count(count);
            case Tally.Numbers(var count, var sum, var min, var max) -> {
                out.count(count);
                out.decimal(sum);
                if (count == 1) return; // all three are the same
                out.decimal(min);
                out.decimal(max);
            }
            case Tally.Values(var counts) ->
                values.writeSome(counts.entrySet(), Map.Entry::getKey, (entry, to) -> to.count(entry.getValue()), out);
        }
    }

    private static Tally readTally(Tally.Kind kind, List<Value> values, ByteReader in) {
        return switch (kind) {
            case COUNT -> new Tally.Counted(in.count());
            case NUMBERS -> {
                int count = in.count();
                BigDecimal sum = in.decimal();
                yield count == 1
                        ? new Tally.Numbers(1, sum, sum, sum)
                        : new Tally.Numbers(count, sum, in.decimal(), in.decimal());
            }
            case VALUES -> {
                var counts = new TreeMap<Value, Long>(Scalars.ORDER);
                Once.readSome(values, in, (value, from) -> Map.entry(value, (long) from.count()))
                        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
                yield new Tally.Values(counts);
            }
        };
    }
}
