package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.identity.CustomerRef;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which merge is undone, and from where on the rows are read for it.
 *
 * @param merge number of the row of the merge, at the address of the customer who stays
 * @param start number of the first row read, a merge as well: an earlier one when that was undone meanwhile, as the state
 *     before {@code merge} is then not what would have been
 * @param gone rows of merges, no earlier than the start, that were undone before
 */
public record Undoing(CustomerRef leaver, long merge, long start, SortedSet<Long> gone) {
    public Undoing {
        gone = Collections.unmodifiableSortedSet(gone);
    }

    public void write(ByteWriter out) {
        leaver.write(out);
        out.number(merge);
        out.number(start);
        out.list(gone, (row, to) -> to.number(row));
    }

    public static Undoing read(ByteReader in) {
        return new Undoing(CustomerRef.read(in), in.number(), in.number(), new TreeSet<>(in.list(ByteReader::number)));
    }
}
