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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy made while everything moves is the store of one instant; and a store that is looked over stays as it is. */
class StoreCopyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder = Directories.fresh();
    private final SettableTime clock = new SettableTime(NOON);
    private final LocalHostSettings settings =
            LocalHostSettings.at(folder.resolve("store")).withShards(2).withTime(clock.time());

    @AfterEach
    void delete() {
        Directories.delete(folder);
    }

    @Test
    void aCopyMadeUnderLoadLosesAndRepeatsNothingBetweenEntities() {
        var answered = new AtomicInteger();
        int before;
        try (var host = open(settings)) {
            for (int i = 0; i < 500; i++) talk(host, i, answered);
            while (answered.get() < 100) Thread.onSpinWait();
            for (int i = 500; i < 1_000; i++) talk(host, i, answered);
            before = answered.get();
            host.copyTo(folder.resolve("copy"));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
        }

        try (var copy = open(LocalHostSettings.at(folder.resolve("copy")).withTime(clock.time()))) {
            assertThat(copy.awaitRest(PATIENCE)).isTrue();
            long underWay = 0;
            long notes = 0;
            for (Row row : copy.rows("toys", "", 1_000)) {
                ToyState state = ToyState.CODEC.decode(row.value());
                underWay += sum(state.sent().values()) - sum(state.received().values());
                notes += state.notes().size();
            }
            assertThat(underWay).isZero();
            assertThat(notes).as("whatever was answered is in it").isBetween((long) before, 2_000L);
            assertThat(copy.count("violations")).isZero();
        }
    }

    @Test
    void aStoreInUseIsLookedOver() {
        try (var host = open(settings)) {
            tell(host, "red:a", new Act.SetTimer("t", NOON.plusSeconds(5)));
            assertThat(host.awaitRest(PATIENCE)).isTrue();

            StoreReport inUse = host.examine(true);
            StoreReport fromOutside = StoreExam.of(settings.directory(), kinds(), true);

            assertThat(inUse.clean()).isFalse();
            assertThat(inUse.wakeUps()).isEqualTo(fromOutside.wakeUps());
            assertThat(inUse.wakeUps())
                    .isEqualTo(new StoreReport.WakeUps(1, true, 0, 0, Optional.of(NOON.plusSeconds(5))));
            assertThat(inUse.damage()).isEmpty();
            assertThat(inUse.rows("states")).isEqualTo(1);
        }
        assertThat(StoreExam.of(settings.directory(), kinds(), false).clean()).isTrue();
    }

    @Test
    void whoWouldNeverBeWokenIsFound() {
        try (var host = open(settings)) {
            tell(host, "red:a", new Act.SetTimer("t", NOON.plusSeconds(5)));
            tell(host, "red:b", new Act.SetTimer("t", NOON.plusSeconds(5)));
            assertThat(host.awaitRest(PATIENCE)).isTrue();
            var address = new Address("red:b");
            var batch = new Batch();
            batch.delete(Family.WAKE, Keys.wake(HostState.shardOf(address, 2), NOON.plusSeconds(5), address));
            host.store().write(batch);

            assertThat(host.examine(false).wakeUps().missing()).isEqualTo(1);
        }
    }

    @Test
    void whereThereIsNoStoreNoneIsMade() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> StoreExam.of(nowhere, kinds(), false))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessage(nowhere + " holds no store");
        assertThat(nowhere).doesNotExist();
    }

    private static void talk(LocalHost<ToyKnowledge> host, int number, AtomicInteger answered) {
        var note = new Act.Tell(new Address("blue:" + number % 7), List.of(new Act.Note("n" + number)));
        host.submit(
                new Address("red:" + number % 5),
                Lane.BULK,
                caller -> ToyMessage.outside(caller, new Act.Note("own" + number), note, new Act.Answer()),
                _ -> answered.incrementAndGet());
    }

    private static void tell(LocalHost<ToyKnowledge> host, String to, Act... acts) {
        assertThat(host.submit(new Address(to), Lane.BULK, caller -> ToyMessage.outside(caller, acts), _ -> {}))
                .isTrue();
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) sum += count;
        return sum;
    }

    private static List<ToyKind> kinds() {
        var probe = new Probe();
        return List.of(new ToyKind("red", probe), new ToyKind("blue", probe));
    }

    private static LocalHost<ToyKnowledge> open(LocalHostSettings settings) {
        return new LocalHost<>(settings, kinds(), new ToyKnowledge(1));
    }
}
