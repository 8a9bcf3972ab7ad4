package io.carillon.host.local;

import io.carillon.core.host.Address;
import io.carillon.host.local.Waiting.RowId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which messages of a shard's inbox wait on disk only. Counts them by (hash of) receiver, so that nothing later for the
 * same entity overtakes them, while everybody else's messages and wake-ups go on. Not safe for threads.
 */
final class Spill {
    private static final int HASHES = 1 << 13;

    private final int[] byHash = new int[HASHES];
    private final FromSender[] senders;
    private long total;

    /**
     * Where to read on.
     *
     * @param first row that may be spilled
     * @param last row that this shard was told of: later ones come by themselves
     */
    record Range(long first, long last) {}

    private static final class FromSender {
        long count;
        long first;
        long last;
        /** Rows after {@link #first} that are in memory all the same. */
        final Set<Long> inMemory = new HashSet<>();
    }

    Spill(int shards) {
        senders = new FromSender[shards];
        for (int i = 0; i < shards; i++) senders[i] = new FromSender();
    }

    boolean isEmpty() {
        return total == 0;
    }

    long total() {
        return total;
    }

    boolean holdsFor(Address entity) {
        return total > 0 && byHash[hash(entity)] > 0;
    }

    void add(RowId row, Address entity) {
        var sender = senders[row.sender()];
        if (sender.count == 0) {
            sender.first = row.number();
            sender.inMemory.clear();
        }
        sender.count++;
        sender.last = row.number();
        byHash[hash(entity)]++;
        total++;
    }

    /** A row that is in memory. */
    void passed(RowId row) {
        var sender = senders[row.sender()];
        if (sender.count == 0) return;
        sender.inMemory.add(row.number());
        sender.last = row.number();
    }

    void handled(RowId row) {
        var sender = senders[row.sender()];
        if (sender.count > 0) sender.inMemory.remove(row.number());
    }

    /** The first sender from this one on that has messages here, or -1. */
    int next(int from) {
        for (int sender = from; sender < senders.length; sender++) {
            if (senders[sender].count > 0) return sender;
        }
        return -1;
    }

    Range range(int sender) {
        return new Range(senders[sender].first, senders[sender].last);
    }

    /**
     * Whether a row that was in the sender's {@link #range} still waits on disk only. Meanwhile all of them may have been
     * read back and later ones have come, with which the range begins anew: what is before it is in memory.
     */
    boolean isSpilled(RowId row) {
        var sender = senders[row.sender()];
        return row.number() >= sender.first && !sender.inMemory.contains(row.number());
    }

    void readBack(RowId row, Address entity) {
        var sender = senders[row.sender()];
        sender.count--;
        sender.first = row.number() + 1;
        byHash[hash(entity)]--;
        total--;
    }

    private static int hash(Address entity) {
        int hash = entity.text().hashCode();
        return (hash ^ (hash >>> 15)) & (HASHES - 1);
    }
}
