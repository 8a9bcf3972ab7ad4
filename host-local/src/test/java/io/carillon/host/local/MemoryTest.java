package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Path directory = Directories.fresh();
    private final Store store =
            new Store(directory, new LocalHostSettings.Memory(1 << 20, 8 << 20, 8 << 20), Duration.ZERO);
    private final Hash hash = new Hash.Maker().of("user:1", "m1");

    @AfterEach
    void delete() {
        store.close();
        Directories.delete(directory);
    }

    @Test
    void aKeyIsKnownForADayAtLeastAndThenItsRowIsGone() {
        var memory = new Memory(0, store);
        remember(memory, NOON);

        assertThat(memory.holds(hash, NOON)).isTrue();
        assertThat(memory.holds(hash, NOON.plus(Duration.ofDays(1)))).isTrue();
        assertThat(memory.holds(hash, NOON.plus(Duration.ofDays(2)))).isFalse();
        assertThat(store.dump()).isEmpty();
    }

    @Test
    void whatAnEarlierRunWroteIsKnown() {
        remember(new Memory(0, store), NOON);

        var later = new Memory(0, store);
        assertThat(later.holds(hash, NOON.plus(Duration.ofHours(23)))).isTrue();
        assertThat(new Memory(1, store).holds(hash, NOON)).isFalse();
        assertThat(later.holds(new Hash.Maker().of("user:1", "m2"), NOON)).isFalse();
    }

    private void remember(Memory memory, Instant now) {
        var batch = new Batch();
        memory.add(batch, hash, now);
        store.write(batch);
        memory.committed();
    }
}
