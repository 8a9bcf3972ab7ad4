package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.identity.Links;

/** A customer that is nobody else: who they are, and what they are. */
public record Root(Links links, Customer customer) {

    /** Stored form, of its own where a journal keeps it. */
    public enum Stored implements Codec<Root> {
        ROOTS;

        private static final int VERSION = 4;

        @Override
        public void write(Root root, ByteWriter out) {
            out.u8(VERSION);
            root.links.write(out);
            root.customer.write(out);
        }

        @Override
        public Root read(ByteReader in) {
            int version = in.version("customer", VERSION);
            return new Root(Links.read(in, version), Customer.read(in, version));
        }
    }
}
