package io.carillon.core.event;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.util.List;
import java.util.Optional;

/**
 * Where one kept value comes from, when it is not just what was sent: changed by rules, or no valid value of its kind.
 *
 * @param raw as it was sent; empty when it is kept as sent
 * @param kind what it was taken for: {@code email}
 * @param changes the rules that changed it, in order
 * @param reason why it is not valid, or not sure enough to be changed; empty when it is valid
 */
public record Lineage(Optional<Value> raw, String kind, List<String> changes, Optional<String> reason) {
    public Lineage {
        changes = List.copyOf(changes);
    }

    /** What the rules made another value of. */
    public static Lineage changed(Value raw, String kind, List<String> changes) {
        return new Lineage(Optional.of(raw), kind, changes, Optional.empty());
    }

    /** What stays as it was sent, and why. */
    public static Lineage asSent(String kind, String reason) {
        return new Lineage(Optional.empty(), kind, List.of(), Optional.of(reason));
    }

    void write(ByteWriter out) {
        out.optional(raw, ValueCodec.VALUES::write);
        out.text(kind);
        out.list(changes, (change, to) -> to.text(change));
        out.optional(reason, (why, to) -> to.text(why));
    }

    static Lineage read(ByteReader in) {
        return new Lineage(
                in.optional(ValueCodec.VALUES::read),
                in.text(),
                in.list(ByteReader::text),
                in.optional(ByteReader::text));
    }
}
