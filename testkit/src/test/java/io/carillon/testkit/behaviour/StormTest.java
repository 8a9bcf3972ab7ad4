package io.carillon.testkit.behaviour;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Shrinker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds whatever happens, in whatever order: crashes, repeats, merges, failures, unsubscribes at any moment. */
class StormTest {
    private static final int SEEDS = 150;

    @Test
    void nothingIsSaidAgainstAnAnsweredUnsubscribeAndEveryOneIsAnswered() {
        forAll(SEEDS, StormTest::history, Shrinker.lists(), (acts, seed) -> {
            var storm = Storm.of(acts, seed);

            assertThat(storm.takenAgainstAPromise()).isEmpty();
            assertThat(storm.unanswered()).isEmpty();
        });
    }

    @Test
    void marketingLeavesAtMostOnceForEachDispatchAndForEachIntentOfARun() {
        forAll(SEEDS, StormTest::history, Shrinker.lists(), (acts, seed) -> {
            var storm = Storm.of(acts, seed);

            assertThat(storm.marketingTaken()).doesNotHaveDuplicates();
            assertThat(storm.intentsTaken()).doesNotHaveDuplicates();
        });
    }

    @Test
    void transactionalLeavesAtLeastOnceUnlessItIsRefusedForAReason() {
        forAll(
                SEEDS,
                StormTest::history,
                Shrinker.lists(),
                (acts, seed) ->
                        assertThat(Storm.of(acts, seed).transactionalLost()).isEmpty());
    }

    @Test
    void noRunActsAfterItsExitAndNoMarketingIsClaimedWhileAMessageIsParked() {
        forAll(SEEDS, StormTest::history, Shrinker.lists(), (acts, seed) -> {
            var storm = Storm.of(acts, seed);

            assertThat(storm.claimedAfterExit()).isEmpty();
            assertThat(storm.claimedWhileParked()).isEmpty();
        });
    }

    @Test
    void everythingComesToAnEndAndWhatLeftCountsAsSent() {
        forAll(SEEDS, StormTest::history, Shrinker.lists(), (acts, seed) -> {
            var storm = Storm.of(acts, seed);

            assertThat(storm.unsettled()).isEmpty();
            assertThat(storm.takenButNotKnown()).isEmpty();
        });
    }

    @Test
    void whateverBecameOfAMessageIsExplained() {
        forAll(
                SEEDS,
                StormTest::history,
                Shrinker.lists(),
                (acts, seed) -> assertThat(Storm.of(acts, seed).unexplained()).isEmpty());
    }

    private static List<StormAct> history(Chance chance) {
        return chance.list(3, 40, StormAct::any);
    }
}
