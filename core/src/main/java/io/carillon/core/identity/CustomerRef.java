package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.Address;
import java.util.Comparator;

/**
 * A customer, by where it was born. Ordered by strength, the strongest first: merges go up this order only.
 *
 * @param generation 0 for the first customer born there; one more after each erasure
 */
public record CustomerRef(Identifier bornAt, int generation) implements Comparable<CustomerRef> {
    private static final int VERSION = 1;
    private static final Comparator<CustomerRef> ORDER =
            Comparator.comparing(CustomerRef::bornAt).thenComparingInt(CustomerRef::generation);

    public Address address() {
        return bornAt.address();
    }

    public boolean isBornAtUser() {
        return bornAt.kind() == IdentifierKind.USER;
    }

    public boolean isStrongerThan(CustomerRef other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(CustomerRef other) {
        return ORDER.compare(this, other);
    }

    /** Names it among all customers ever; unlike {@link #toString} it cannot be mistaken, whatever is in an identifier. */
    public String key() {
        return generation + "/" + bornAt;
    }

    /** As a row of its own. */
    public Bytes encode() {
        var out = new ByteWriter();
        out.u8(VERSION);
        write(out);
        return out.toBytes();
    }

    /** Reads what {@link #encode} made. */
    public static CustomerRef decode(Bytes bytes) {
        var in = new ByteReader(bytes);
        in.version("customer reference", VERSION);
        CustomerRef ref = read(in);
        in.expectEnd();
        return ref;
    }

    public void write(ByteWriter out) {
        bornAt.write(out);
        out.count(generation);
    }

    public static CustomerRef read(ByteReader in) {
        return new CustomerRef(Identifier.read(in), in.count());
    }

    @Override
    public String toString() {
        return generation == 0 ? bornAt.toString() : bornAt + "#" + generation;
    }
}
