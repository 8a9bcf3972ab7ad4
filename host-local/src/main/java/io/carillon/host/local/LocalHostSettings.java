package io.carillon.host.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a {@link LocalHost} is started with.
 *
 * @param directory of the data, made when missing; one process at a time uses it
 * @param shards fixed when the directory is made; empty means what it has, or one per processor for a new one
 * @param syncDelay waited in every commit, to model a slower disk in a benchmark; zero otherwise
 */
public record LocalHostSettings(
        Path directory,
        OptionalInt shards,
        Room room,
        Memory memory,
        HostTime time,
        GroupMax group,
        Duration syncDelay) {
    public static final int SHARDS_MAX = 1_024;

    public LocalHostSettings {
        if (shards.isPresent() && (shards.getAsInt() < 1 || shards.getAsInt() > SHARDS_MAX)) {
            throw new IllegalArgumentException(
                    "shards must be 1 to %d, was %d".formatted(SHARDS_MAX, shards.getAsInt()));
        }
        if (syncDelay.isNegative()) {
            throw new IllegalArgumentException("syncDelay must not be negative, was " + syncDelay);
        }
    }

    public static LocalHostSettings at(Path directory) {
        return new LocalHostSettings(
                directory,
                OptionalInt.empty(),
                Room.DEFAULT,
                Memory.DEFAULT,
                HostTime.system(),
                GroupMax.DEFAULT,
                Duration.ZERO);
    }

    public LocalHostSettings withShards(int count) {
        return new LocalHostSettings(directory, OptionalInt.of(count), room, memory, time, group, syncDelay);
    }

    public LocalHostSettings withRoom(Room other) {
        return new LocalHostSettings(directory, shards, other, memory, time, group, syncDelay);
    }

    public LocalHostSettings withMemory(Memory other) {
        return new LocalHostSettings(directory, shards, room, other, time, group, syncDelay);
    }

    public LocalHostSettings withTime(HostTime other) {
        return new LocalHostSettings(directory, shards, room, memory, other, group, syncDelay);
    }

    public LocalHostSettings withGroup(GroupMax other) {
        return new LocalHostSettings(directory, shards, room, memory, time, other, syncDelay);
    }

    public LocalHostSettings withSyncDelay(Duration delay) {
        return new LocalHostSettings(directory, shards, room, memory, time, group, delay);
    }

    /**
     * How much may wait.
     *
     * @param outsideMessages from outside, per shard; more are refused
     * @param outsideBytes from outside, per shard, as their codec writes them
     * @param internalMessages between entities, per receiving shard, held in memory; more wait on disk
     * @param internalBytes the same in bytes
     * @param backlog messages between entities, all shards, memory and disk: above it outside input is refused
     */
    public record Room(int outsideMessages, long outsideBytes, int internalMessages, long internalBytes, long backlog) {
        public static final Room DEFAULT = new Room(20_000, 32L << 20, 20_000, 16L << 20, 200_000);

        public Room {
            if (outsideMessages < 1 || outsideBytes < 1 || internalMessages < 1 || internalBytes < 1 || backlog < 1) {
                throw new IllegalArgumentException("every bound must be at least 1");
            }
        }
    }

    /**
     * Bytes of memory, all shards together.
     *
     * @param recentStates stored forms of entities used lately, outside of the heap
     * @param blocks RocksDB's block cache, index and filter blocks included
     * @param writeBuffers RocksDB's memtables
     */
    public record Memory(long recentStates, long blocks, long writeBuffers) {
        public static final Memory DEFAULT = new Memory(128L << 20, 96L << 20, 128L << 20);
    }

    /**
     * When a commit is due at the latest. A group also ends when nothing waits any more.
     *
     * @param steps in one group
     * @param bytes written by one group
     * @param time spent in handlers; stretched, up to eightfold, to twice the time of a commit on a slow disk
     */
    public record GroupMax(int steps, int bytes, Duration time) {
        public static final GroupMax DEFAULT = new GroupMax(2_000, 4 << 20, Duration.ofMillis(2));
    }
}
