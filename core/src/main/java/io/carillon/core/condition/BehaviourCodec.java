package io.carillon.core.condition;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stored form of behaviour, inside a person's state; version 2 knows no count under way. Of version 1 only the keys are taken over: it is complete for
 * nothing, so the rest is counted again from the history.
 */
public enum BehaviourCodec implements Codec<Behaviour> {
    BEHAVIOURS;

    private static final int VERSION = 3;

    @Override
    public void write(Behaviour behaviour, ByteWriter out) {
        out.u8(VERSION);
        out.text(behaviour.completeFor());
        writeKept(behaviour, out);
        out.optional(behaviour.counting(), BehaviourCodec::writeCounting);
    }

    private static void writeKept(Behaviour behaviour, ByteWriter out) {
        out.map(behaviour.series(), (id, to) -> to.text(id.text()), BehaviourCodec::writeSeries);
        out.map(
                behaviour.keyed(),
                (id, to) -> to.text(id.text()),
                (keys, to) -> to.map(keys, (key, into) -> into.text(key), Stamp::write));
    }

    @Override
    public Behaviour read(ByteReader in) {
        int version = in.version("behaviour", VERSION);
        if (version == 1) {
            in.map(BehaviourCodec::readQuery, from -> from.list(Stamp::read));
            return new Behaviour("", new TreeMap<>(), readKeyed(in));
        }
        String completeFor = in.text();
        Map<SeriesId, Series> series = in.map(from -> new SeriesId(from.text()), BehaviourCodec::readSeries);
        var keyed = readKeyed(in);
        Optional<Counting> counting = version == 2 ? Optional.empty() : in.optional(BehaviourCodec::readCounting);
        return new Behaviour(completeFor, new TreeMap<>(series), keyed, counting);
    }

    private static void writeCounting(Counting counting, ByteWriter out) {
        out.text(counting.version());
        BEHAVIOURS.write(counting.counted(), out);
        out.list(counting.left(), CustomerRef::write);
        out.number(counting.from());
        out.number(counting.cut());
    }

    private static Counting readCounting(ByteReader in) {
        return new Counting(in.text(), BEHAVIOURS.read(in), in.list(CustomerRef::read), in.number(), in.number());
    }

    private static SortedMap<QueryId, SortedMap<String, Stamp>> readKeyed(ByteReader in) {
        return in.sortedMap(BehaviourCodec::readQuery, from -> from.sortedMap(ByteReader::text, Stamp::read));
    }

    private static QueryId readQuery(ByteReader in) {
        return new QueryId(in.text());
    }

    private static void writeSeries(Series series, ByteWriter out) {
        out.list(series.latest(), BehaviourCodec::writeSample);
        out.map(series.older(), (hour, to) -> to.instant(hour), BehaviourCodec::writeTally);
    }

    private static Series readSeries(ByteReader in) {
        List<Sample> latest = in.list(BehaviourCodec::readSample);
        return new Series(latest, in.sortedMap(ByteReader::instant, BehaviourCodec::readTally));
    }

    private static void writeSample(Sample sample, ByteWriter out) {
        out.instant(sample.at());
        out.fixed64(sample.id());
        writeTally(sample.tally(), out);
    }

    private static Sample readSample(ByteReader in) {
        return new Sample(in.instant(), in.fixed64(), readTally(in));
    }

    private static void writeTally(Tally tally, ByteWriter out) {
        switch (tally) {
            case Tally.Counted(var count) -> {
                out.constant(Tally.Kind.COUNT);
                out.count(count);
            }
            case Tally.Numbers(var count, var sum, var min, var max) -> {
                out.constant(Tally.Kind.NUMBERS);
                out.count(count);
                out.decimal(sum);
                if (count == 1) return; // all three are the same
                out.decimal(min);
                out.decimal(max);
            }
            case Tally.Values(var counts) -> {
                out.constant(Tally.Kind.VALUES);
                out.map(counts, ValueCodec.VALUES::write, (count, to) -> to.count(count));
            }
        }
    }

    private static Tally readTally(ByteReader in) {
        return switch (in.constant(Tally.Kind.class)) {
            case COUNT -> new Tally.Counted(in.count());
            case NUMBERS -> {
                int count = in.count();
                var sum = in.decimal();
                yield count == 1
                        ? new Tally.Numbers(1, sum, sum, sum)
                        : new Tally.Numbers(count, sum, in.decimal(), in.decimal());
            }
            case VALUES -> {
                var counts = new TreeMap<Value, Long>(Scalars.ORDER);
                counts.putAll(in.map(ValueCodec.VALUES::read, from -> (long) from.count()));
                yield new Tally.Values(counts);
            }
        };
    }
}
