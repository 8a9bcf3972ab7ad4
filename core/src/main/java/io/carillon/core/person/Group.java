package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An account that a person belongs to, as the latest word about both had it.
 *
 * @param traits facts about the account, at most {@value #TRAITS_MAX}
 * @param source which silo said it
 */
public record Group(Value.Fields traits, Stamp stamp, String source) {
    public static final int TRAITS_MAX = 100;

    // One event says one thing; the rest of the order only makes merging commutative for data that breaks that rule.
    private static final Comparator<Group> ORDER = Comparator.comparing(Group::stamp)
            .thenComparing(Group::source)
            .thenComparing(group -> group.traits.toString());

    public Group {
        if (traits.fields().size() > TRAITS_MAX) traits = first(traits);
    }

    private static Value.Fields first(Value.Fields traits) {
        var some = new LinkedHashMap<String, Value>();
        for (Map.Entry<String, Value> trait : traits.fields().entrySet()) {
            if (some.size() < TRAITS_MAX) some.put(trait.getKey(), trait.getValue());
        }
        return new Value.Fields(some);
    }

    Group later(Group other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    void write(ByteWriter out) {
        ValueCodec.VALUES.writeFields(traits, out);
        stamp.write(out);
        out.text(source);
    }

    static Group read(ByteReader in) {
        return new Group(ValueCodec.VALUES.readFields(in), Stamp.read(in), in.text());
    }
}
