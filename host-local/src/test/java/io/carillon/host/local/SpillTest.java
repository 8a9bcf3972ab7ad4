package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import io.carillon.host.local.Waiting.RowId;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shard's thread reads back, while other threads deliver more between any two rows. */
class SpillTest {
    private static final int SENDERS = 2;
    private static final int RECEIVERS = 4;
    private static final int MESSAGES = 60;
    private static final int ROOM = 6;

    private final Spill spill = new Spill(SENDERS);
    private final List<RowId> delivered = new ArrayList<>();
    private final List<TreeSet<Long>> stored = List.of(new TreeSet<>(), new TreeSet<>());
    private final List<RowId> inMemory = new ArrayList<>();
    private final List<RowId> handled = new ArrayList<>();

    static List<Long> seeds() {
        return Seeds.of("SpillTest", 2_000).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyMessageIsHandledOnceAndInOrderWhateverArrivesWhileItIsReadBack(long seed) {
        var chance = new Chance(seed);

        for (int round = 0; handled.size() < MESSAGES && round < 1_000; round++) {
            deliver(chance);
            for (int sender = spill.next(0); sender >= 0 && hasRoom(); sender = spill.next(sender + 1)) {
                readBack(sender, chance);
            }
            for (int i = chance.between(0, inMemory.size()); i > 0; i--) handle();
        }

        assertThat(handled).containsExactlyInAnyOrderElementsOf(delivered);
        for (int sender = 0; sender < SENDERS; sender++) {
            for (int receiver = 0; receiver < RECEIVERS; receiver++) {
                assertThat(between(sender, receiver)).isSorted();
            }
        }
        assertThat(spill.total()).isZero();
    }

    private void readBack(int sender, Chance chance) {
        Spill.Range range = spill.range(sender);
        for (long number : List.copyOf(stored.get(sender).tailSet(range.first()))) {
            if (number > range.last()) return;
            var row = new RowId(sender, number);
            if (spill.isSpilled(row)) {
                spill.readBack(row, receiver(row));
                inMemory.add(row);
                if (!hasRoom()) return;
            }
            deliver(chance);
        }
    }

    private void deliver(Chance chance) {
        for (int more = chance.between(0, 2); more > 0 && delivered.size() < MESSAGES; more--) {
            var row = new RowId(chance.between(0, SENDERS - 1), delivered.size());
            delivered.add(row);
            stored.get(row.sender()).add(row.number());
            if (inMemory.size() < ROOM && !spill.holdsFor(receiver(row))) {
                inMemory.add(row);
                spill.passed(row);
            } else {
                spill.add(row, receiver(row));
            }
        }
    }

    private void handle() {
        RowId row = inMemory.removeFirst();
        handled.add(row);
        stored.get(row.sender()).remove(row.number());
        spill.handled(row);
    }

    private boolean hasRoom() {
        return inMemory.size() < ROOM / 2;
    }

    private List<Long> between(int sender, int receiver) {
        return handled.stream()
                .filter(row -> row.sender() == sender && row.number() % RECEIVERS == receiver)
                .map(RowId::number)
                .toList();
    }

    private static Address receiver(RowId row) {
        return new Address("red:" + row.number() % RECEIVERS);
    }
}
