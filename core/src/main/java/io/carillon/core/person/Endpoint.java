package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.host.Address;
import java.util.Optional;

/**
 * A person's address on a channel, in the normal form of the identifier of that kind.
 *
 * @param value an e-mail address, an E.164 number, a push token…
 */
public record Endpoint(Channel channel, String value) {
    public static final String KIND = "endpoint";

    /** Where the entity lives at which every customer who uses this endpoint meets. */
    public Address address() {
        return Address.of(KIND, channel.word() + ":" + value);
    }

    public static Optional<Endpoint> at(Address address) {
        if (!address.kind().equals(KIND)) return Optional.empty();
        String key = address.key();
        int colon = key.indexOf(':');
        if (colon < 0) return Optional.empty();
        return Channel.ofWord(key.substring(0, colon)).map(channel -> new Endpoint(channel, key.substring(colon + 1)));
    }

    public void write(ByteWriter out) {
        out.constant(channel);
        out.text(value);
    }

    public static Endpoint read(ByteReader in) {
        return new Endpoint(in.constant(Channel.class), in.text());
    }
}
