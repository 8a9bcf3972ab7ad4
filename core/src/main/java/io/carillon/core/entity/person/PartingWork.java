package io.carillon.core.entity.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.customer.Undoing;
import io.carillon.core.entity.customer.Unmixing;
import io.carillon.core.entity.customer.Whose;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far an un-merge is: it travels in messages to oneself, a page of rows each. */
public sealed interface PartingWork {
    CustomerRef leaver();

    /**
     * The row of the merge is looked for.
     *
     * @param from the first row not read
     */
    record Find(CustomerRef leaver, long from, List<Merge> merges, List<Undone> undone, ReplyTo replyTo)
            implements PartingWork {
        public Find {
            merges = List.copyOf(merges);
            undone = List.copyOf(undone);
        }
    }

    /**
     * A merge that was found.
     *
     * @param row its number
     * @param with whether it brought the one who is to go, though not as the one who was absorbed
     */
    record Merge(long row, CustomerRef from, Instant at, boolean with) {
        void write(ByteWriter out) {
            out.number(row);
            from.write(out);
            out.instant(at);
            out.flag(with);
        }

        static Merge read(ByteReader in) {
            return new Merge(in.number(), CustomerRef.read(in), in.instant(), in.flag());
        }
    }

    /** An earlier un-merge, and the row of its merge. */
    record Undone(long row, long merge) {
        void write(ByteWriter out) {
            out.number(row);
            out.number(merge);
        }

        static Undone read(ByteReader in) {
            return new Undone(in.number(), in.number());
        }
    }

    /** The rows since the merge are read; nothing has changed yet. */
    record Unmix(Undoing undoing, long from, Optional<Unmixing> soFar, ReplyTo replyTo) implements PartingWork {
        @Override
        public CustomerRef leaver() {
            return undoing.leaver();
        }
    }

    /**
     * They are two, and each row goes to whom it belongs to.
     *
     * @param until the first row that was written after that
     */
    record Move(Undoing undoing, long from, long until, Optional<Whose> soFar) implements PartingWork {
        @Override
        public CustomerRef leaver() {
            return undoing.leaver();
        }
    }

    default void write(ByteWriter out) {
        switch (this) {
            case Find(var leaver, var from, var merges, var undone, var replyTo) -> {
                out.u8(1);
                leaver.write(out);
                out.number(from);
                out.list(merges, Merge::write);
                out.list(undone, Undone::write);
                replyTo.write(out);
            }
            case Unmix(var undoing, var from, var soFar, var replyTo) -> {
                out.u8(2);
                undoing.write(out);
                out.number(from);
                out.optional(soFar, Unmixing::write);
                replyTo.write(out);
            }
            case Move(var undoing, var from, var until, var soFar) -> {
                out.u8(3);
                undoing.write(out);
                out.number(from);
                out.number(until);
                out.optional(soFar, Whose::write);
            }
        }
    }

    static PartingWork read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case 1 ->
                new Find(
                        CustomerRef.read(in),
                        in.number(),
                        in.list(Merge::read),
                        in.list(Undone::read),
                        ReplyTo.read(in));
            case 2 -> new Unmix(Undoing.read(in), in.number(), in.optional(Unmixing::read), ReplyTo.read(in));
            case 3 -> new Move(Undoing.read(in), in.number(), in.number(), in.optional(Whose::read));
            default -> throw new UnreadableException("unknown work of an un-merge " + form);
        };
    }
}
