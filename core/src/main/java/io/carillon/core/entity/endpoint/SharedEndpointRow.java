package io.carillon.core.entity.endpoint;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.person.Endpoint;
import java.time.Instant;
import java.util.List;

/**
 * A row of the list of endpoints that messages for more than one customer went to. They may have merged since: whoever reads it
 * asks who they are today.
 *
 * @param customers at least two, by the name they had when they were sent to
 * @param at when the last of them came
 */
public record SharedEndpointRow(Endpoint endpoint, List<CustomerRef> customers, Instant at) {
    public static final String TABLE = "shared-endpoints";

    public static Effect put(Endpoint self, EndpointState state, Context<Knowledge> context) {
        var row = new SharedEndpointRow(self, List.copyOf(state.customers()), context.now());
        String key =
                context.knowledge().addresses().key().hash(TABLE, self.address().toString());
        return new Effect.Put(TABLE, self.channel().word() + "/" + key, Stored.ROWS.encode(row));
    }

    /** Stored form. */
    public enum Stored implements Codec<SharedEndpointRow> {
        ROWS;

        private static final int VERSION = 1;

        @Override
        public void write(SharedEndpointRow row, ByteWriter out) {
            out.u8(VERSION);
            row.endpoint.write(out);
            out.list(row.customers, CustomerRef::write);
            out.instant(row.at);
        }

        @Override
        public SharedEndpointRow read(ByteReader in) {
            in.version("shared-endpoint row", VERSION);
            return new SharedEndpointRow(Endpoint.read(in), in.list(CustomerRef::read), in.instant());
        }
    }
}
