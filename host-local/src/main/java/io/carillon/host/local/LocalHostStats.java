package io.carillon.host.local;

import java.time.Duration;
import java.util.List;

/**
 * What a host has done since its start, and how it stands.
 *
 * @param steps messages handled; {@code steps / commits} is the mean size of a group
 * @param commitTime spent in commits, all shards together
 * @param waiting messages in memory that wait for their turn
 * @param spilled messages between entities that wait on disk
 * @param backlog messages between entities that are not handled yet, wherever they wait
 * @param hits entities found in memory when they had something to do
 * @param misses entities read from the store, or new
 * @param clockLeapt whether timers stand still because the clock leapt ahead, see {@link LocalHost#acceptClock}
 */
public record LocalHostStats(
        long steps,
        long commits,
        Duration commitTime,
        long waiting,
        long spilled,
        long backlog,
        long parked,
        long hits,
        long misses,
        boolean clockLeapt) {

    static <K> LocalHostStats of(HostState<K> host) {
        List<ShardStats> shards = host.shards().stream().map(Shard::stats).toList();
        return new LocalHostStats(
                shards.stream().mapToLong(ShardStats::steps).sum(),
                shards.stream().mapToLong(ShardStats::commits).sum(),
                Duration.ofNanos(
                        shards.stream().mapToLong(ShardStats::commitNanos).sum()),
                shards.stream().mapToLong(ShardStats::waiting).sum(),
                shards.stream().mapToLong(ShardStats::spilled).sum(),
                host.backlog.get(),
                host.parked.get(),
                shards.stream().mapToLong(ShardStats::hits).sum(),
                shards.stream().mapToLong(ShardStats::misses).sum(),
                host.shards().stream().anyMatch(Shard::clockLeapt));
    }
}
