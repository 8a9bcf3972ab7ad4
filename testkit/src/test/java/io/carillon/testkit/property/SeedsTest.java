package io.carillon.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void theSameTestGetsTheSameValuesEachTime() {
        assertThat(values()).isEqualTo(values()).hasSizeGreaterThan(1);
    }

    @Test
    void aFailureNamesItsSeedAndHowToRunOnlyIt() {
        var seeds = new ArrayList<Long>();

        assertThatThrownBy(() -> Seeds.forAll(10, chance -> chance.between(0, 9), (_, seed) -> {
                    seeds.add(seed);
                    assertThat(seeds).hasSizeLessThan(3);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("./carillon test --only 'SeedsTest#aFailureNamesItsSeedAndHowToRunOnlyIt' --seed "
                        + seeds.get(2));
    }

    @Test
    void aFailingHistoryIsShrunkToWhatItTakes() {
        Generator<List<Integer>> histories = chance -> chance.list(50, 50, some -> some.between(0, 9));

        assertThatThrownBy(() -> Seeds.forAll(
                        100,
                        histories,
                        Shrinker.lists(),
                        (history, _) -> assertThat(sevenThenThree(history)).isFalse()))
                .hasMessageContaining("smallest failing value: [7, 3]");
    }

    @Test
    void choicesStayWithinTheirBounds() {
        Seeds.forAll(
                200,
                chance -> chance.list(2, 5, some -> some.between(-3, 3)),
                (values, _) -> assertThat(values).hasSizeBetween(2, 5).allMatch(value -> value >= -3 && value <= 3));
    }

    @Test
    void shufflingKeepsTheValues() {
        Seeds.forAll(
                200,
                chance -> chance.shuffled(List.of(1, 2, 3, 4)),
                (values, _) -> assertThat(values).containsExactlyInAnyOrder(1, 2, 3, 4));
    }

    private static List<Long> values() {
        var values = new ArrayList<Long>();
        Seeds.forAll(20, Chance::seed, (value, _) -> values.add(value));
        return values;
    }

    private static boolean sevenThenThree(List<Integer> history) {
        int seven = history.indexOf(7);
        return seven >= 0 && history.lastIndexOf(3) > seven;
    }
}
