package io.carillon.host.local;

/** Counts of one shard since its start, renewed at each commit. */
record ShardStats(
        long steps,
        long commits,
        long commitNanos,
        long lastCommitNanos,
        long hits,
        long misses,
        int waiting,
        long spilled) {
    static final ShardStats NONE = new ShardStats(0, 0, 0, 0, 0, 0, 0, 0);

    ShardStats plus(int moreSteps, long nanos, long hitsNow, long missesNow) {
        return new ShardStats(
                steps + moreSteps, commits + 1, commitNanos + nanos, nanos, hitsNow, missesNow, waiting, spilled);
    }

    ShardStats waiting(int inMemory, long onDisk) {
        return new ShardStats(steps, commits, commitNanos, lastCommitNanos, hits, misses, inMemory, onDisk);
    }
}
