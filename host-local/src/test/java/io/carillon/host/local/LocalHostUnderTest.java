package io.carillon.host.local;

import io.carillon.core.host.Host;
import io.carillon.testkit.conformance.HostUnderTest;
import io.carillon.testkit.conformance.Knobs;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** A local host in a directory of its own. */
final class LocalHostUnderTest implements HostUnderTest {
    private static final int TOY_BYTES = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory = Directories.fresh();
    private final SettableTime clock;
    private final LocalHostSettings settings;
    private final List<ToyKind> kinds;
    private final ToyKnowledge knowledge;
    private LocalHost<ToyKnowledge> host;

    LocalHostUnderTest(Knobs knobs, List<ToyKind> kinds, ToyKnowledge knowledge, Instant now) {
        this.kinds = kinds;
        this.knowledge = knowledge;
        clock = new SettableTime(now);
        var room = LocalHostSettings.Room.DEFAULT;
        settings = LocalHostSettings.at(directory)
                .withShards(knobs.shards())
                .withTime(clock.time())
                .withRoom(new LocalHostSettings.Room(
                        knobs.inboxMax(), room.outsideBytes(), 200, room.internalBytes(), room.backlog()))
                .withMemory(new LocalHostSettings.Memory(
                        (long) TOY_BYTES * knobs.hotEntitiesMax() * knobs.shards(), 8 << 20, 8 << 20));
        host = opened();
    }

    @Override
    public Host<ToyKnowledge> host() {
        return host;
    }

    @Override
    public void start() {
        host.abandon();
        host = opened();
    }

    @Override
    public void stop() {
        if (host.failure().isEmpty()) host.close();
    }

    @Override
    public void crash() {
        if (host.failure().isEmpty()) host.abandon();
    }

    @Override
    public boolean awaitRest() {
        if (host.awaitRest(PATIENCE)) return true;
        if (host.failure().isPresent()) return false;
        throw new AssertionError("no rest in %s: %s".formatted(PATIENCE, host.stats()));
    }

    @Override
    public void clock(Instant now) {
        clock.set(now);
    }

    @Override
    public SortedMap<String, String> dump() {
        return host.store().dump();
    }

    @Override
    public boolean runsByItself() {
        return true;
    }

    @Override
    public void close() {
        host.close();
        Directories.delete(directory);
    }

    private LocalHost<ToyKnowledge> opened() {
        return new LocalHost<>(settings, kinds, knowledge);
    }
}
