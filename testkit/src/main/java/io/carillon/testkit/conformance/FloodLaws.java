package io.carillon.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Seeds;
import io.carillon.testkit.toy.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Laws on many histories at once, some on each host, each with entities of its own that bear its seed. */
public interface FloodLaws extends HostFactory {
    int TOGETHER = 40;

    @Test
    default void shardsFullOfWorkForEachOtherDrain() {
        together("floods", (toys, seeds) -> {
            for (long seed : seeds) {
                var chance = new Chance(seed);
                for (int i = chance.between(1, 4); i > 0; i--) {
                    Act[] acts =
                            chance.list(1, 4, some -> pingPong(some, seed, 4)).toArray(Act[]::new);
                    hand(toys, address(chance, seed).text(), chance.pick(List.of(Lane.values())), acts);
                }
            }
            toys.settle();

            toys.assertConsistent();
        });
    }

    @Test
    default void messagesAreHandledInTheOrderAcceptedInAnyLanes() {
        together("lanes", (toys, seeds) -> {
            Map<Long, Integer> handed = new LinkedHashMap<>();
            for (long seed : seeds) {
                var chance = new Chance(seed);
                int count = chance.between(2, 12);
                handed.put(seed, count);
                for (int i = 0; i < count; i++) {
                    hand(toys, "red:" + seed, chance.pick(List.of(Lane.values())), new Act.Note("outside " + i));
                    Act there = new Act.Tell(new Address("red:" + seed), List.of(new Act.Note("blue " + i)));
                    hand(toys, "blue:" + seed, chance.pick(List.of(Lane.values())), there);
                }
            }
            toys.settle();

            handed.forEach((seed, count) -> {
                for (String sender : List.of("outside ", "blue ")) {
                    var expected = new ArrayList<String>();
                    for (int i = 0; i < count; i++) expected.add(sender + i);
                    assertThat(toys.notes("red:" + seed))
                            .as("seed %d", seed)
                            .filteredOn(note -> note.startsWith(sender))
                            .isEqualTo(expected);
                }
            });
        });
    }

    @Test
    default void everyTimerFiresOnceUnderClocksSetBackAndRestarts() {
        together("timers", (toys, seeds) -> {
            Map<Long, Integer> set = new LinkedHashMap<>();
            for (int round = 0; round < 4; round++) {
                for (long seed : seeds) {
                    var chance = new Chance(seed + round);
                    int number = set.merge(seed, 1, Integer::sum);
                    Instant at = Toys.NOON.plusSeconds(chance.between(-100, 400));
                    hand(toys, "red:" + seed, Lane.BULK, new Act.SetTimer("k" + number, at));
                }
                var chance = new Chance(seeds.getFirst() + round);
                toys.clock(Toys.NOON.plusSeconds(chance.between(-200, 300)));
                if (chance.chance(0.5)) toys.settle(); // what is set is durable: a restart loses no timer
                if (chance.chance(0.3)) {
                    toys.settle();
                    toys.restart();
                }
            }
            toys.settle();
            toys.clock(Toys.NOON.plus(Duration.ofDays(1)));
            toys.settle();

            set.forEach((seed, count) -> {
                var expected = new ArrayList<String>();
                for (int number = 1; number <= count; number++) expected.add("fired k" + number);
                assertThat(toys.notes("red:" + seed)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            });
        });
    }

    private void together(String name, BiConsumer<Toys, List<Long>> law) {
        List<Long> seeds =
                Seeds.of("FloodLaws " + name, Seeds.DEFAULT_COUNT).boxed().toList();
        for (int from = 0; from < seeds.size(); from += TOGETHER) {
            List<Long> some = seeds.subList(from, Math.min(seeds.size(), from + TOGETHER));
            try (Toys toys = toys()) {
                law.accept(toys, some);
            } catch (AssertionError failure) {
                throw new AssertionError("seeds from %d on%n%s".formatted(some.getFirst(), failure), failure);
            }
        }
    }

    /** A host that is full takes nothing until it has come to rest. */
    private static void hand(Toys toys, String to, Lane lane, Act... acts) {
        if (toys.submit(to, lane, new ArrayList<>(), acts)) return;
        toys.settle();
        toys.tell(to, lane, acts);
    }

    private static Act pingPong(Chance chance, long seed, int depth) {
        if (depth == 0) return new Act.Note("end");
        return new Act.Tell(
                address(chance, seed), chance.list(1, depth > 2 ? 3 : 2, some -> pingPong(some, seed, depth - 1)));
    }

    private static Address address(Chance chance, long seed) {
        return new Address(chance.pick(List.of("red:", "blue:")) + seed + chance.pick(List.of("a", "b")));
    }
}
