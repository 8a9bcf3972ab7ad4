package io.carillon.testkit.conformance;

/**
 * Sizes that a host under test is given; one that has no such thing ignores it.
 *
 * @param shards how many threads or partitions
 * @param inboxMax messages from outside that may wait, in all or per shard, before they are refused
 * @param hotEntitiesMax entities kept in memory per shard: tiny, so that eviction is exercised
 */
public record Knobs(int shards, int inboxMax, int hotEntitiesMax) {
    public static final Knobs TWO_SHARDS = new Knobs(2, 10_000, 2);
    public static final Knobs ONE_SHARD = new Knobs(1, 10_000, 2);
}
