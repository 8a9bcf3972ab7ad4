package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.host.Address;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final List<String> TEXTS =
            List.of("user:1", "user:1\0", "user:1\0\0", "user:1\0a", "user:1\u00ff", "user:10", "user:2");

    @Test
    void historyOfOneEntityNeverLiesAmongThatOfAnother() {
        for (String one : TEXTS) {
            byte[] first = Keys.history(new Address(one), 0);
            byte[] last = Keys.history(new Address(one), Long.MAX_VALUE);
            for (String other : TEXTS) {
                byte[] key = Keys.history(new Address(other), 5);
                boolean within = Arrays.compareUnsigned(first, key) <= 0 && Arrays.compareUnsigned(key, last) <= 0;
                assertThat(within).isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void rowsOfOneTableNeverLieAmongThoseOfAnother() {
        assertThat(Keys.startsWith(Keys.row("a", "b"), Keys.table("a"))).isTrue();
        assertThat(Keys.startsWith(Keys.row("a\0b", ""), Keys.table("a"))).isFalse();
        assertThat(Keys.row("a", "\0b")).isNotEqualTo(Keys.row("a\0", "b"));
    }

    @Test
    void wakeUpsSortByInstantAlsoBefore1970() {
        var instants = List.of(
                Instant.MIN,
                Instant.EPOCH.minusSeconds(1),
                Instant.EPOCH.minusNanos(1),
                Instant.EPOCH,
                Instant.EPOCH.plusNanos(1),
                Instant.MAX);

        for (int i = 1; i < instants.size(); i++) {
            byte[] earlier = Keys.wake(7, instants.get(i - 1), new Address("user:z"));
            byte[] later = Keys.wake(7, instants.get(i), new Address("user:a"));
            assertThat(Arrays.compareUnsigned(earlier, later)).isNegative();
            assertThat(Keys.wakeAt(later)).isEqualTo(instants.get(i));
            assertThat(Keys.wakeAddress(later)).isEqualTo(new Address("user:a"));
        }
    }

    @Test
    void halfASurrogatePairIsRefusedInsteadOfBecomingAnothersKey() {
        assertThatThrownBy(() -> Keys.utf8("user:\uD800")).isInstanceOf(IllegalArgumentException.class);
    }
}
