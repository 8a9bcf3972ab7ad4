package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import java.time.Instant;

/** Something that waits for its turn at an entity. */
sealed interface Waiting {
    Address to();

    Lane lane();

    /** A message that can be read. */
    sealed interface Told extends Waiting {
        Message message();
    }

    /**
     * A message from outside, nowhere but in memory.
     *
     * @param bytes as its codec writes it
     */
    record Outside(Address to, Lane lane, Message message, int bytes) implements Told {}

    /** A message between entities that has, or will have, a row in the inbox. */
    sealed interface Internal extends Waiting {
        RowId row();

        int bytes();
    }

    record Sent(Address to, Lane lane, Message message, int bytes, RowId row) implements Internal, Told {}

    /** A message that its kind's codec cannot read. */
    record Garbled(Address to, Lane lane, Bytes message, RuntimeException cause, RowId row) implements Internal {
        @Override
        public int bytes() {
            return message.size();
        }
    }

    /** A wake-up whose row says this instant. */
    record Due(Address to, Instant at) implements Waiting {
        @Override
        public Lane lane() {
            return Lane.URGENT;
        }
    }

    /** A parked message that is tried again or given up. */
    record Again(Address to, Lane lane, Message message, ParkId park) implements Told {}

    /**
     * Names a row of a shard's inbox.
     *
     * @param number rises with each message from that sender to that shard, also from run to run
     */
    record RowId(int sender, long number) {
        private static final int COUNTER_BITS = 40;

        static long first(long run) {
            return run << COUNTER_BITS;
        }
    }
}
