package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.identity.CustomerRef;

/**
 * A message as lists and workers see it.
 *
 * @param customer whose it is; one who has merged since leads on
 * @param reason the last thing that was found
 */
public record MessageRow(CustomerRef customer, Dispatch dispatch, String reason) {

    /** Stored form. */
    public enum Stored implements Codec<MessageRow> {
        ROWS;

        private static final int VERSION = 1;

        @Override
        public void write(MessageRow row, ByteWriter out) {
            out.u8(VERSION);
            row.customer.write(out);
            row.dispatch.write(out);
            out.text(row.reason);
        }

        @Override
        public MessageRow read(ByteReader in) {
            in.version("message row", VERSION);
            return new MessageRow(CustomerRef.read(in), Dispatch.read(in), in.text());
        }
    }
}
