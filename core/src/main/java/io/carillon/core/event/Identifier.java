package io.carillon.core.event;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.host.Address;
import java.util.Comparator;
import java.util.Optional;

/**
 * A kind and a value that point to a person, in normal form. Ordered strongest first.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters; of an external id {@code TYPE:ID}
 */
public record Identifier(IdentifierKind kind, String value) implements Comparable<Identifier> {
    public static final int LENGTH_MAX = 500;

    private static final Comparator<Identifier> ORDER =
            Comparator.comparing(Identifier::kind).thenComparing(Identifier::value);

    public Identifier {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "%s identifier has 1 to %d characters, was %d".formatted(kind.word(), LENGTH_MAX, value.length()));
        }
    }

    public Address address() {
        return Address.of(kind.word(), value);
    }

    /** The identifier that lives at an address, if one can. */
    public static Optional<Identifier> at(Address address) {
        return IdentifierKind.ofWord(address.kind()).map(kind -> new Identifier(kind, address.key()));
    }

    /** Stronger first: negative when this one is stronger. */
    @Override
    public int compareTo(Identifier other) {
        return ORDER.compare(this, other);
    }

    public void write(ByteWriter out) {
        out.constant(kind);
        out.text(value);
    }

    public static Identifier read(ByteReader in) {
        return new Identifier(in.constant(IdentifierKind.class), in.text());
    }

    @Override
    public String toString() {
        return kind.word() + ":" + value;
    }
}
