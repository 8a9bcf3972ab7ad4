package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTest {
    @Test
    void itHoldsAllThatWasAddedAndLittleElse() {
        var hashes = new Hash.Maker();
        var filter = new Filter();
        for (int i = 0; i < 200_000; i++) filter.add(hashes.of("user:1", "m" + i));

        int wrong = 0;
        for (int i = 0; i < 200_000; i++) {
            assertThat(filter.mayHold(hashes.of("user:1", "m" + i))).isTrue();
            if (filter.mayHold(hashes.of("user:2", "m" + i))) wrong++;
        }

        assertThat(wrong).isLessThan(10_000);
    }
}
