package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.condition.Behaviour;
import io.carillon.core.decision.Dispatches;
import io.carillon.core.event.Event;
import io.carillon.core.journey.Runs;
import io.carillon.core.person.Consents;
import io.carillon.core.person.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whichever two of a person's customers meet first, the person is the same in the end. */
class MergeLawsTest {
    private static final int SEEDS = 2_000;

    @Test
    void profilesMergeInAnyOrder() {
        check(RandomCustomers::profile, Profile::merge);
    }

    @Test
    void consentsMergeInAnyOrder() {
        check(RandomCustomers::consents, Consents::merge);
    }

    @Test
    void behavioursMergeInAnyOrder() {
        check(RandomCustomers::behaviour, (one, other) -> Behaviour.merge(one, other, RandomCustomers.TRACKING));
    }

    @Test
    void runsMergeInAnyOrder() {
        check(RandomCustomers::runs, Runs::merge);
    }

    @Test
    void dispatchesMergeInAnyOrder() {
        check(RandomCustomers::dispatches, Dispatches::merge);
    }

    @Test
    void customersMergeInAnyOrder() {
        check(RandomCustomers::customer, (one, other) -> one.merge(other, RandomCustomers.TRACKING));
    }

    @Test
    void aProfileIsTheSameWhateverTheOrderOfArrival() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var chance = new RandomCustomers(seed);
            List<Event> events = chance.list(8, chance::event);
            var shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(of(shuffled)).as("seed %d", seed).isEqualTo(of(events));
        }
    }

    private static Profile of(List<Event> events) {
        Profile profile = Profile.EMPTY;
        for (Event event : events) profile = profile.with(event);
        return profile;
    }

    private static <T> void check(Function<RandomCustomers, T> generator, BinaryOperator<T> merge) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var chance = new RandomCustomers(seed);
            T a = generator.apply(chance);
            T b = generator.apply(chance);
            T c = generator.apply(chance);

            assertThat(merge.apply(a, b)).as("seed %d: %s and %s", seed, a, b).isEqualTo(merge.apply(b, a));
            assertThat(merge.apply(a, a)).as("seed %d: %s and itself", seed, a).isEqualTo(a);
            assertThat(merge.apply(merge.apply(a, b), c))
                    .as("seed %d: %s, %s and %s", seed, a, b, c)
                    .isEqualTo(merge.apply(a, merge.apply(b, c)));
        }
    }
}
