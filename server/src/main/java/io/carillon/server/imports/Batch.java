package io.carillon.server.imports;

import io.carillon.core.entity.person.Answers;
import io.carillon.core.host.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows that are counted together once each of them is done. Filled by one thread; host threads answer. */
final class Batch {
    private final List<Handed> rows = new ArrayList<>();
    private final List<AtomicInteger> news = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private long bytes;

    /**
     * What is still to be known of a row that was handed in; what it handed in is the host's.
     *
     * @param submissions how many
     */
    record Handed(long number, long line, int submissions, List<RowFlaw> flaws) {
        boolean isRejected() {
            return flaws.stream().anyMatch(RowFlaw::isFatal);
        }
    }

    /** Adds a row; what comes back is told of each answer to its submissions. */
    Answered add(Rows.Row row) {
        rows.add(new Handed(row.number(), row.line(), row.submissions().size(), row.flaws()));
        var fresh = new AtomicInteger();
        news.add(fresh);
        waiting.addAndGet(row.submissions().size());
        return reply -> {
            if (!(reply instanceof Answers.Already)) fresh.incrementAndGet();
            answered();
        };
    }

    /** Takes an answer, on a host thread. */
    interface Answered {
        void by(Reply reply);
    }

    /** Nothing more comes into it. */
    void close(long bytesRead) {
        bytes = bytesRead;
        answered();
    }

    private void answered() {
        if (waiting.decrementAndGet() == 0) done.countDown();
    }

    int size() {
        return rows.size();
    }

    long bytes() {
        return bytes;
    }

    List<Handed> rows() {
        return rows;
    }

    /** Whether every row is done, within a while. */
    boolean await(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    /** @param mineUpTo a row up to here that was known already was taken by this import, before it was cut off */
    Counts counts(long mineUpTo) {
        long taken = 0;
        long repeated = 0;
        long skipped = 0;
        long rejected = 0;
        long made = 0;
        long leftOut = 0;
        for (int i = 0; i < rows.size(); i++) {
            Handed row = rows.get(i);
            leftOut += row.isRejected() ? 0 : row.flaws().size();
            if (row.isRejected()) rejected++;
            else if (row.submissions() == 0) skipped++;
            else if (news.get(i).get() > 0 || row.number() <= mineUpTo) {
                taken++;
                made += row.submissions();
            } else repeated++;
        }
        return new Counts(taken, repeated, skipped, rejected, made, leftOut);
    }
}
