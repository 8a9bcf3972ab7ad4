package io.carillon.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QualityNotesTest {
    private static final QualityNotes.Key BAD_KEY = new QualityNotes.Key("unknown", "unknown_write_key");
    private static final QualityNotes.Key BAD_JSON = new QualityNotes.Key("site", "bad_json");

    record Stored(QualityNotes.Key key, String example, int count) {}

    private final List<Stored> stored = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final QualityNotes notes = new QualityNotes((key, example, count) -> {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        stored.add(new Stored(key, example, count));
    });

    @Test
    void oneAloneIsStoredAtOnce() {
        notes.note("site", "bad_json", "line 1", 3);
        notes.note("site", "bad_json", "line 2", 1);

        assertThat(stored).containsExactly(new Stored(BAD_JSON, "line 1", 3), new Stored(BAD_JSON, "line 2", 1));
    }

    @Test
    void whatComesWhileANoteIsStoredFollowsInOneMore() {
        List<QualityNotes.Seat> later = new ArrayList<>();
        meanwhile = () -> {
            for (int i = 0; i < 100; i++) later.add(notes.join(BAD_KEY, "key " + i, 2));
        };

        notes.note("unknown", "unknown_write_key", "first", 1);
        assertThat(stored).containsExactly(new Stored(BAD_KEY, "first", 1));
        later.forEach(QualityNotes.Seat::settle);

        assertThat(stored).containsExactly(new Stored(BAD_KEY, "first", 1), new Stored(BAD_KEY, "key 0", 200));
    }

    @Test
    void otherReasonsAndSourcesAreNotHeldUp() {
        meanwhile = () -> notes.note("site", "bad_json", "other", 1);

        notes.note("unknown", "unknown_write_key", "first", 1);

        assertThat(stored).containsExactly(new Stored(BAD_JSON, "other", 1), new Stored(BAD_KEY, "first", 1));
    }

    @Test
    void aNoteThatFailsHoldsNobodyUp() {
        List<QualityNotes.Seat> later = new ArrayList<>();
        meanwhile = () -> {
            later.add(notes.join(BAD_KEY, "second", 1));
            throw new IllegalStateException("closed");
        };

        assertThatThrownBy(() -> notes.note("unknown", "unknown_write_key", "first", 1))
                .hasMessage("closed");
        later.forEach(QualityNotes.Seat::settle);

        assertThat(stored).containsExactly(new Stored(BAD_KEY, "second", 1));
    }

    @Test
    void aFloodIsCountedToTheLastAndEachCallerWaitsForItsOwn() throws Exception {
        var counted = new AtomicInteger();
        var flooded = new QualityNotes((key, example, count) -> counted.addAndGet(count));
        var given = new AtomicInteger();
        var early = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                int count = 1 + i % 3;
                threads.execute(() -> {
                    int before = counted.get();
                    flooded.note("unknown", "unknown_write_key", "x", count);
                    given.addAndGet(count);
                    if (counted.get() < before + count) early.incrementAndGet();
                });
            }
        }

        assertThat(counted).hasValue(given.get());
        assertThat(early).hasValue(0);
    }
}
