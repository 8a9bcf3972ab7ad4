package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import io.carillon.testkit.toy.ToyMessage;
import io.carillon.testkit.toy.ToyState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class LocalHostTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory = Directories.fresh();
    private final SettableTime clock = new SettableTime(NOON);
    private final LocalHostSettings settings =
            LocalHostSettings.at(directory).withShards(2).withTime(clock.time());

    @AfterEach
    void delete() {
        Directories.delete(directory);
    }

    @Test
    void aDirectoryInUseIsRefusedByName() {
        try (var _ = open(settings)) {
            assertThatThrownBy(() -> open(settings))
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining(directory + " is in use by another process");
        }
    }

    @Test
    void anotherNumberOfShardsIsRefusedAndNoneIsTakenFromTheStore() {
        open(settings).close();

        assertThatThrownBy(() -> open(settings.withShards(3)))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining("was made with 2 shards and cannot have 3");
        try (var host = open(LocalHostSettings.at(directory))) {
            assertThat(host.run()).isEqualTo(2);
        }
    }

    @Test
    void aNewerStoreIsRefusedByName() {
        try (var host = open(settings)) {
            var batch = new Batch();
            batch.put(Family.META, Meta.FORMAT_KEY, Meta.number(Meta.FORMAT + 1));
            host.store().write(batch);
        }

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining(
                        "%s has store format %d, written by Carillon (unpackaged); this one, Carillon (unpackaged), reads up to %d"
                                .formatted(directory, Meta.FORMAT + 1, Meta.FORMAT));
    }

    @Test
    void aStoreWithRowsOfANewerKindIsRefusedByName() throws RocksDBException {
        open(settings).close();
        var descriptors = new ArrayList<ColumnFamilyDescriptor>();
        try (var options = new Options();
                var all = new DBOptions()) {
            for (byte[] name : RocksDB.listColumnFamilies(options, directory.toString())) {
                descriptors.add(new ColumnFamilyDescriptor(name));
            }
            try (var db = RocksDB.open(all, directory.toString(), descriptors, new ArrayList<>())) {
                db.createColumnFamily(new ColumnFamilyDescriptor(Keys.utf8("orders")))
                        .close();
            }
        }

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessage(
                        "%s has column families that this Carillon does not know, written by Carillon (unpackaged): [orders]; use the newer one"
                                .formatted(directory));
    }

    @Test
    void aBacklogPastMemoryWaitsOnDiskAndArrivesOnceAndInOrder() {
        var tight = settings.withRoom(new LocalHostSettings.Room(1_000, 1 << 20, 20, 1 << 20, 1_000_000));
        int rounds = 30;
        int page = 200;
        try (var host = open(tight)) {
            var acts = new ArrayList<Act>();
            for (int i = 0; i < page; i++) {
                acts.add(new Act.Tell(new Address("blue:" + i % 3), List.of(new Act.Note("n" + i))));
            }
            for (int round = 0; round < rounds; round++) tell(host, "red:" + round % 5, acts.toArray(Act[]::new));
            host.abandon();
        }

        try (var host = open(tight)) {
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            assertThat(host.stats().backlog()).isZero();
            long underWay = 0;
            for (Row row : host.rows("toys", "", 100)) {
                ToyState state = ToyState.CODEC.decode(row.value());
                underWay += sum(state.sent().values()) - sum(state.received().values());
                if (row.key().startsWith("blue:")) {
                    assertThat(state.notes()).hasSize((int) sum(state.received().values()));
                }
            }
            assertThat(underWay).isZero();
            assertThat(host.count("violations")).isZero();
        }
    }

    @Test
    void aWakeUpWaitsBehindMessagesOnDisk() {
        var tight = settings.withRoom(new LocalHostSettings.Room(1_000, 1 << 20, 2, 1 << 20, 1_000_000));
        try (var host = open(tight)) {
            tell(host, "blue:b", new Act.SetTimer("t", NOON.plusSeconds(5)));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            var acts = new ArrayList<Act>();
            for (int i = 0; i < 500; i++) acts.add(new Act.Tell(new Address("blue:b"), List.of(new Act.Know())));
            acts.add(new Act.Tell(new Address("blue:b"), List.of(new Act.ClearTimer("t"))));
            acts.add(new Act.Answer());
            var answered = new CountDownLatch(1);
            host.submit(
                    new Address("red:a"),
                    Lane.BULK,
                    caller -> ToyMessage.outside(caller, acts.toArray(Act[]::new)),
                    _ -> {
                        clock.set(NOON.plusSeconds(5));
                        answered.countDown();
                    });
            assertThat(host.awaitRest(PATIENCE)).isTrue();

            assertThat(answered.getCount()).isZero();
            assertThat(state(host, "blue:b").notes()).hasSize(500).doesNotContain("fired t");
        }
    }

    @Test
    void afterAKillWhatWasUnderWayComesBeforeWakeUpsThatCameDueMeanwhile() throws InterruptedException {
        Act chain = new Act.Tell(new Address("blue:t"), List.of(new Act.ClearTimer("t")));
        for (int hop = 0; hop < 100; hop++) {
            chain = new Act.Tell(new Address((hop % 2 == 0 ? "red:" : "blue:") + hop % 7), List.of(chain));
        }
        Act first = chain;
        try (var host = open(settings)) {
            tell(host, "blue:t", new Act.SetTimer("t", NOON.plusSeconds(5)));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            var answered = new CountDownLatch(1);
            host.submit(
                    new Address("red:a"),
                    Lane.BULK,
                    caller -> ToyMessage.outside(caller, first, new Act.Answer()),
                    _ -> answered.countDown());
            answered.await();
            host.abandon();
        }
        clock.set(NOON.plusSeconds(5));

        try (var host = open(settings)) {
            assertThat(host.awaitRest(PATIENCE)).isTrue();

            assertThat(state(host, "blue:t").notes()).isEmpty();
            assertThat(state(host, "blue:t").timers()).isEmpty();
        }
    }

    @Test
    void entitiesPutOutOfMemoryComeBackAsTheyWere() {
        var tight = settings.withMemory(new LocalHostSettings.Memory(20_000, 8 << 20, 8 << 20));
        try (var host = open(tight)) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 500; i++) tell(host, "red:" + i, new Act.Note("r" + round));
                assertThat(host.awaitRest(PATIENCE)).isTrue();
            }

            assertThat(host.stats().misses()).isGreaterThan(1_400);
            for (int i = 0; i < 500; i++)
                assertThat(state(host, "red:" + i).notes()).containsExactly("r0", "r1", "r2");
        }
    }

    @Test
    void timersStandStillWhenTheClockLeapsUntilItIsAccepted() {
        try (var host = open(settings)) {
            tell(host, "red:a", new Act.SetTimer("t", NOON.plusSeconds(3_000)));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            clock.leap(NOON.plusSeconds(3_600));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            assertThat(host.stats().clockLeapt()).isTrue();
            assertThat(state(host, "red:a").notes()).isEmpty();

            host.acceptClock();
            assertThat(host.awaitRest(PATIENCE)).isTrue();

            assertThat(host.stats().clockLeapt()).isFalse();
            assertThat(state(host, "red:a").notes()).containsExactly("fired t");
        }
    }

    @Test
    void aSlowDiskOnlyTakesLonger() {
        try (var host = open(settings.withSyncDelay(Duration.ofMillis(2)))) {
            for (int i = 0; i < 2_000; i++) tell(host, "red:" + i % 50, new Act.Note("n"));
            assertThat(host.awaitRest(PATIENCE)).isTrue();

            assertThat(host.stats().steps()).isEqualTo(2_000);
            assertThat(host.count("notes")).isEqualTo(2_000);
        }
    }

    @Test
    void nothingIsTakenForAnAddressWhereNobodyLives() {
        try (var host = open(settings)) {
            assertThatThrownBy(() -> tell(host, "green:a", new Act.Note("n")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no kind of entity lives at green:…; known are [red, blue]");
        }
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) sum += count;
        return sum;
    }

    private static void tell(LocalHost<ToyKnowledge> host, String to, Act... acts) {
        boolean taken = host.submit(new Address(to), Lane.BULK, caller -> ToyMessage.outside(caller, acts), _ -> {});
        while (!taken) {
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            taken = host.submit(new Address(to), Lane.BULK, caller -> ToyMessage.outside(caller, acts), _ -> {});
        }
    }

    private static ToyState state(LocalHost<ToyKnowledge> host, String address) {
        return host.row("toys", address).map(ToyState.CODEC::decode).orElseThrow();
    }

    private static LocalHost<ToyKnowledge> open(LocalHostSettings settings) {
        var probe = new Probe();
        return new LocalHost<>(
                settings, List.of(new ToyKind("red", probe), new ToyKind("blue", probe)), new ToyKnowledge(1));
    }
}
