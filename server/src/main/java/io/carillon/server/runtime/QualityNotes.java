package io.carillon.server.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Counts what is unusable, cheaply in a flood: while one note of a source and reason is being stored, those that come add
 * up and follow in one more. Each caller goes on when its own count is stored. Thread-safe.
 */
final class QualityNotes {
    private final Storing storing;
    private final Map<Key, Round> open = new HashMap<>();
    private final Map<Key, Round> underWay = new HashMap<>();

    /** Stores a note. */
    @FunctionalInterface
    interface Storing {
        /**
         * Returns when it is stored, or given up, which it says itself.
         *
         * @param example of the first
         */
        void store(Key key, String example, int count);
    }

    /** What is counted together. */
    record Key(String source, String reason) {}

    QualityNotes(Storing storing) {
        this.storing = storing;
    }

    /** Counts, and waits until that is stored. */
    void note(String source, String reason, String example, int count) {
        join(new Key(source, reason), example, count).settle();
    }

    /** Adds to the note that is stored next. The caller settles, and others may wait for that. */
    synchronized Seat join(Key key, String example, int count) {
        Round round = open.get(key);
        boolean leads = round == null;
        if (round == null) {
            round = new Round(key, example, Optional.ofNullable(underWay.get(key)));
            open.put(key, round);
        }
        round.count = (int) Math.min(Integer.MAX_VALUE, (long) round.count + count);
        return new Seat(round, leads);
    }

    /** One note in the making. */
    private static final class Round {
        private final Key key;
        private final String example;
        private final Optional<CompletableFuture<Void>> before;
        private final CompletableFuture<Void> stored = new CompletableFuture<>();
        private int count;

        Round(Key key, String example, Optional<Round> before) {
            this.key = key;
            this.example = example;
            this.before = before.map(round -> round.stored);
        }
    }

    /** A caller's part in a note. Who came first stores it for all. */
    final class Seat {
        private final Round round;
        private final boolean leads;

        private Seat(Round round, boolean leads) {
            this.round = round;
            this.leads = leads;
        }

        void settle() {
            if (leads) lead(round);
            else round.stored.join();
        }
    }

    private void lead(Round round) {
        round.before.ifPresent(CompletableFuture::join);
        int count = close(round);
        try {
            storing.store(round.key, round.example, count);
        } finally {
            end(round);
        }
    }

    /** Nobody joins it any more. */
    private synchronized int close(Round round) {
        open.remove(round.key);
        underWay.put(round.key, round);
        return round.count;
    }

    private synchronized void end(Round round) {
        underWay.remove(round.key);
        round.stored.complete(null);
    }
}
