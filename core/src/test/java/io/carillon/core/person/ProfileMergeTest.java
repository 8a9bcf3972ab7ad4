package io.carillon.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfileMergeTest {
    @Test
    void howeverManyProfilesMergeTheLatestTraitsAreKeptInAnyOrder() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            Profile a = profile(random);
            Profile b = profile(random);
            Profile c = profile(random);

            Profile merged = a.merge(b).merge(c);

            assertThat(merged.traits()).as("seed %d", seed).hasSize(Profile.TRAITS_MAX);
            assertThat(c.merge(b).merge(a)).as("seed %d", seed).isEqualTo(merged);
            assertThat(a.merge(c.merge(b))).as("seed %d", seed).isEqualTo(merged);
        }
    }

    private static Profile profile(Random random) {
        var traits = new TreeMap<String, Trait>();
        while (traits.size() < 450) {
            int name = random.nextInt(1_500);
            var stamp = new Stamp(Instant.ofEpochSecond(random.nextInt(100)), new MessageId("m" + random.nextInt(50)));
            traits.put("trait-" + name, new Trait(Value.of(random.nextInt(9)), stamp, "site"));
        }
        return new Profile(traits, new TreeMap<>());
    }
}
