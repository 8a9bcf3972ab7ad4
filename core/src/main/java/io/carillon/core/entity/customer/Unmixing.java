package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.condition.Tracking;
import io.carillon.core.identity.Apart;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows since a merge as far as they have been read: whose they are, and what the two come to.
 *
 * @param before whom the one who stays was apart from before the merge
 * @param brought the one who is parted, and customers who came since by those who go
 */
public record Unmixing(Apart before, Whose whose, Shares shares, List<Brought> brought) {

    /**
     * Somebody who was absorbed.
     *
     * @param merge number of the row that says so
     * @param by who brought them
     */
    public record Brought(long merge, Cause cause, CustomerRef by, Bytes then) {
        void write(ByteWriter out) {
            out.number(merge);
            cause.write(out);
            by.write(out);
            out.bytes(then);
        }

        static Brought read(ByteReader in) {
            return new Brought(in.number(), Cause.read(in), CustomerRef.read(in), in.bytes());
        }

        public Root root() {
            return Root.Stored.ROOTS.decode(then);
        }
    }

    public Unmixing {
        brought = List.copyOf(brought);
    }

    /** At the row from which on is read. */
    public static Unmixing before(HistoryEntry.Absorbed start) {
        Root stays = Root.Stored.ROOTS.decode(start.before());
        return new Unmixing(
                stays.links().apart(),
                Whose.before(stays),
                Shares.before(stays.links().self(), stays.customer()),
                List.of());
    }

    /** The next row. */
    public Unmixing on(long number, HistoryEntry entry, Undoing undoing, Tracking tracking) {
        Whose.Told told = whose.on(number, entry, undoing);
        if (!(entry instanceof HistoryEntry.Absorbed absorbed)) {
            return new Unmixing(before, told.next(), shares.on(told.whose(), entry), brought);
        }
        if (undoing.gone().contains(number)) return new Unmixing(before, told.next(), shares, brought);
        Customer other = Root.Stored.ROOTS.decode(absorbed.absorbed()).customer();
        Shares now = shares.and(told.whose(), other, tracking);
        if (!told.next().sides().leaves(told.whose())) return new Unmixing(before, told.next(), now, brought);
        var more = new ArrayList<>(brought);
        CustomerRef by = whose.sides().of(absorbed.cause());
        more.add(new Brought(number, absorbed.cause(), by, absorbed.absorbed()));
        return new Unmixing(before, told.next(), now, more);
    }

    public void write(ByteWriter out) {
        before.write(out);
        whose.write(out);
        shares.write(out);
        out.list(brought, Brought::write);
    }

    public static Unmixing read(ByteReader in) {
        return new Unmixing(Apart.read(in), Whose.read(in), Shares.read(in), in.list(Brought::read));
    }
}
