package io.carillon.testkit.toy;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ReplyTo;
import java.util.List;

/** What a toy is told. */
public sealed interface ToyMessage extends Message {
    Codec<ToyMessage> CODEC = new ToyMessageCodec();

    /**
     * Do this.
     *
     * @param from address of the sender; empty when it comes from outside
     * @param number of this message among those of the sender to this receiver, from 1; 0 from outside
     */
    record Do(String from, long number, ReplyTo caller, List<Act> acts) implements ToyMessage {}

    record Redriven(ToyMessage original, ParkId park) implements ToyMessage {}

    record Dismissed(ParkId park) implements ToyMessage {}

    record Woken() implements ToyMessage {}

    static ToyMessage outside(ReplyTo caller, Act... acts) {
        return new Do("", 0, caller, List.of(acts));
    }

    /** Version 1. */
    final class ToyMessageCodec implements Codec<ToyMessage> {
        private ToyMessageCodec() {}

        @Override
        public void write(ToyMessage message, ByteWriter out) {
            out.u8(1);
            body(message, out);
        }

        @Override
        public ToyMessage read(ByteReader in) {
            in.version("a toy's message", 1);
            return body(in);
        }

        private static void body(ToyMessage message, ByteWriter out) {
            switch (message) {
                case Do(var from, var number, var caller, var acts) -> {
                    out.u8(1);
                    out.text(from);
                    out.number(number);
                    caller.write(out);
                    out.list(acts, ActCodec.INSTANCE::write);
                }
                case Redriven(var original, var park) -> {
                    out.u8(2);
                    body(original, out);
                    out.text(park.text());
                }
                case Dismissed(var park) -> {
                    out.u8(3);
                    out.text(park.text());
                }
                case Woken() -> out.u8(4);
            }
        }

        private static ToyMessage body(ByteReader in) {
            int tag = in.u8();
            return switch (tag) {
                case 1 -> new Do(in.text(), in.number(), ReplyTo.read(in), in.list(ActCodec.INSTANCE::read));
                case 2 -> new Redriven(body(in), new ParkId(in.text()));
                case 3 -> new Dismissed(new ParkId(in.text()));
                case 4 -> new Woken();
                default -> throw new UnreadableException("no toy's message has the tag " + tag);
            };
        }
    }
}
