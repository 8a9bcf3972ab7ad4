package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.event.Identifier;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the list of identifiers that customers were named with and did not get. Each conflict has a row of its own; of
 * the other reasons a customer has one row a kind, the latest, so that a broken integration does not fill the store.
 *
 * @param owner whose it is, where that is the reason
 */
public record NotLinkedRow(
        CustomerRef customer, Identifier identifier, Refusal why, Optional<CustomerRef> owner, Instant at) {
    public static final String TABLE = "not-linked";

    /** Rows of one reason and kind stand together. */
    public String key(Addresses addresses) {
        String group = groupOf(why, identifier) + addresses.idOf(customer).text();
        return why == Refusal.CONFLICT ? group + "/" + addresses.key().hash(TABLE, identifier.toString()) : group;
    }

    private static String groupOf(Refusal why, Identifier identifier) {
        return why.word() + "/" + identifier.kind().word() + "/";
    }

    /** Stored form. */
    public enum Stored implements Codec<NotLinkedRow> {
        ROWS;

        private static final int VERSION = 1;

        @Override
        public void write(NotLinkedRow row, ByteWriter out) {
            out.u8(VERSION);
            row.customer.write(out);
            row.identifier.write(out);
            out.constant(row.why);
            out.optional(row.owner, CustomerRef::write);
            out.instant(row.at);
        }

        @Override
        public NotLinkedRow read(ByteReader in) {
            in.version("not-linked row", VERSION);
            return new NotLinkedRow(
                    CustomerRef.read(in),
                    Identifier.read(in),
                    in.constant(Refusal.class),
                    in.optional(CustomerRef::read),
                    in.instant());
        }
    }
}
