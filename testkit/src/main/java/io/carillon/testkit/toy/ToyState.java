package io.carillon.testkit.toy;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything about a toy.
 *
 * @param notes in the order written
 * @param sent how many messages went to each receiver
 * @param received how many messages came from each sender
 * @param timers the agenda
 * @param parks ids of messages parked here
 * @param kept a caller to be answered later
 * @param latest the clock of its latest step
 */
public record ToyState(
        List<String> notes,
        Map<String, Long> sent,
        Map<String, Long> received,
        Map<String, Instant> timers,
        List<String> parks,
        ReplyTo kept,
        Instant latest,
        Bytes ballast) {

    static final ToyState UNBORN = new ToyState(
            List.of(), Map.of(), Map.of(), Map.of(), List.of(), ReplyTo.NOBODY, Instant.EPOCH, Bytes.EMPTY);

    public static final Codec<ToyState> CODEC = new ToyStateCodec();

    /** Version 1. */
    private static final class ToyStateCodec implements Codec<ToyState> {
        @Override
        public void write(ToyState state, ByteWriter out) {
            out.u8(1);
            out.list(state.notes, (note, to) -> to.text(note));
            out.map(state.sent, (key, to) -> to.text(key), (count, to) -> to.number(count));
            out.map(state.received, (key, to) -> to.text(key), (count, to) -> to.number(count));
            out.map(state.timers, (key, to) -> to.text(key), (at, to) -> to.instant(at));
            out.list(state.parks, (park, to) -> to.text(park));
            state.kept.write(out);
            out.instant(state.latest);
            out.bytes(state.ballast);
        }

        @Override
        public ToyState read(ByteReader in) {
            in.version("a toy's state", 1);
            return new ToyState(
                    in.list(ByteReader::text),
                    in.map(ByteReader::text, ByteReader::number),
                    in.map(ByteReader::text, ByteReader::number),
                    in.map(ByteReader::text, ByteReader::instant),
                    in.list(ByteReader::text),
                    ReplyTo.read(in),
                    in.instant(),
                    in.bytes());
        }
    }
}
