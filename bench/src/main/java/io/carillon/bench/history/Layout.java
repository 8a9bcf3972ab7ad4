package io.carillon.bench.history;

import java.util.List;

/** An open store of history rows. Each shard writes from a thread of its own; everything else from one. */
interface Layout extends AutoCloseable {

    /** Durable when it returns. */
    void write(int shard, List<StoredRow> group);

    /** Returns once everything is in its files and nothing is left to be merged by itself. */
    void settle();

    /** Reads the newest rows of an address; gives how many it has, {@code max} at most. */
    int last(String address, int max);

    /** Reads all rows; gives how many. */
    long scan();

    /** Returns once the rows' bytes are in no file. */
    void erase(String address);

    @Override
    void close();
}
