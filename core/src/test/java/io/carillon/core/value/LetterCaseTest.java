package io.carillon.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LetterCaseTest {
    private static final List<String> PIECES = List.of(
            "a", "B", "İ", "ß", "Σ", "ς", "ΑΣ", "ﬁ", "ŉ", "ᾳ", " ", "'", "\u0307", "\uD801\uDC00", "\uD801", "I", "ı");

    @Test
    void itSaysWhatTheLibrarySays() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(600); i > 0; i--) text.append(PIECES.get(random.nextInt(PIECES.size())));

            assertThat(LetterCase.lower(text.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().toLowerCase(Locale.ROOT));
            assertThat(LetterCase.upper(text.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void lettersThatBecomeLongerCostNoMoreThanOthers() {
        assertThat(allocated(LetterCase::lower, "İ".repeat(200_000))).isLessThan(20L << 20);
        assertThat(allocated(LetterCase::upper, "ß".repeat(200_000))).isLessThan(50L << 20);
    }

    private static long allocated(UnaryOperator<String> work, String text) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(work.apply(text)).isNotEmpty();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
