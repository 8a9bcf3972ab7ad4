package io.carillon.core.condition;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.event.Stamp;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stored form of behaviour, inside a person's state. */
public enum BehaviourCodec implements Codec<Behaviour> {
    BEHAVIOURS;

    private static final int VERSION = 1;

    @Override
    public void write(Behaviour behaviour, ByteWriter out) {
        out.u8(VERSION);
        out.map(behaviour.counted(), BehaviourCodec::writeId, (stamps, to) -> to.list(stamps, Stamp::write));
        out.map(
                behaviour.keyed(),
                BehaviourCodec::writeId,
                (keys, to) -> to.map(keys, (key, into) -> into.text(key), Stamp::write));
    }

    @Override
    public Behaviour read(ByteReader in) {
        in.version("behaviour", VERSION);
        Map<QueryId, List<Stamp>> counted = in.map(BehaviourCodec::readId, from -> from.list(Stamp::read));
        Map<QueryId, SortedMap<String, Stamp>> keyed = in.map(BehaviourCodec::readId, BehaviourCodec::readKeys);
        return new Behaviour(new TreeMap<>(counted), new TreeMap<>(keyed));
    }

    private static SortedMap<String, Stamp> readKeys(ByteReader in) {
        return in.sortedMap(ByteReader::text, Stamp::read);
    }

    private static void writeId(QueryId id, ByteWriter out) {
        out.text(id.text());
    }

    private static QueryId readId(ByteReader in) {
        return new QueryId(in.text());
    }
}
