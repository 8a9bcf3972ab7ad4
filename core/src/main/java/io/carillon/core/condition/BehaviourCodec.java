package io.carillon.core.condition;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.CustomerRef;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stored form of behaviour, inside a person's state. Of version 1 only the keys are taken over: it is complete for
 * nothing, so the rest is counted again from the history.
 */
public enum BehaviourCodec implements Codec<Behaviour> {
    BEHAVIOURS;

    private static final int VERSION = 2;

    @Override
    public void write(Behaviour behaviour, ByteWriter out) {
        out.u8(VERSION);
        out.text(behaviour.completeFor());
        SeriesCodec.write(behaviour.series(), out);
        out.map(
                behaviour.keyed(),
                (id, to) -> to.text(id.text()),
                (keys, to) -> to.map(keys, (key, into) -> into.text(key), Stamp::write));
        out.optional(behaviour.counting(), BehaviourCodec::writeCounting);
    }

    @Override
    public Behaviour read(ByteReader in) {
        if (in.version("behaviour", VERSION) == 1) {
            in.map(BehaviourCodec::readQuery, from -> from.list(Stamp::read));
            return new Behaviour("", new TreeMap<>(), readKeyed(in));
        }
        return new Behaviour(in.text(), SeriesCodec.read(in), readKeyed(in), in.optional(BehaviourCodec::readCounting));
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
}
