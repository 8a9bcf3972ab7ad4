package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
    private static final int SMALL = 16 * 1024;

    @Test
    void whatIsKeptIsWhatWasPutLast() {
        var random = new SplittableRandom(11);
        var recent = new RecentStates(SMALL);
        Map<Integer, byte[]> last = new HashMap<>();
        int found = 0;

        for (int i = 0; i < 50_000; i++) {
            int number = random.nextInt(random.nextBoolean() ? 20 : 2_000);
            if (random.nextInt(3) > 0) {
                byte[] state = state(random, random.nextInt(700)); // some are too large to be kept
                recent.put(key(number), state, state.length);
                last.put(number, state);
            }
            Optional<byte[]> kept = recent.get(key(number));
            if (kept.isEmpty()) continue;
            found++;
            assertThat(kept.get()).isEqualTo(last.get(number));
        }

        assertThat(found).isGreaterThan(20_000);
    }

    @Test
    void theFirstToComeIsTheFirstToGo() {
        var recent = new RecentStates(SMALL);

        for (int number = 0; number < 1_000; number++) recent.put(key(number), new byte[200], 200);

        assertThat(recent.get(key(999))).isPresent();
        assertThat(recent.get(key(0))).isEmpty();
    }

    @Test
    void aStateThatHasBecomeTooLargeIsForgotten() {
        var recent = new RecentStates(SMALL);
        recent.put(key(1), new byte[10], 10);

        recent.put(key(1), new byte[10_000], 10_000);

        assertThat(recent.get(key(1))).isEmpty();
    }

    private static byte[] key(int number) {
        return Keys.utf8("user:" + number);
    }

    private static byte[] state(SplittableRandom random, int length) {
        byte[] state = new byte[length];
        random.nextBytes(state);
        return state;
    }
}
