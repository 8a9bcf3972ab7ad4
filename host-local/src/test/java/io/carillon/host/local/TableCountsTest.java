package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.host.local.Outcome.RowChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableCountsTest {
    private final Path directory = Directories.fresh();
    private final LocalHostSettings settings = LocalHostSettings.at(directory);

    @AfterEach
    void delete() {
        Directories.delete(directory);
    }

    @Test
    void aCountIsTrueAfterEachCommitAlsoWhereARowComesAndGoesInOne() {
        try (var store = new Store(settings.directory(), settings.memory(), settings.syncDelay())) {
            var counts = new TableCounts(store);
            commit(counts, List.of(put("t", "a"), put("t", "b"), put("other", "a")));
            assertThat(counts.of("t")).isEqualTo(2);

            commit(counts, List.of(put("t", "a"), put("t", "c"), gone("t", "c"), gone("t", "b"), gone("t", "x")));
            assertThat(counts.of("t")).isEqualTo(1);
            assertThat(counts.of("other")).isEqualTo(1);

            commit(counts, List.of(gone("t", "a"), put("t", "a"), put("t\0", "a")));
            assertThat(counts.of("t")).isEqualTo(1);
        }
    }

    @Test
    void aCountThatBeginsWhileOthersCommitMissesNothing() throws ExecutionException, InterruptedException {
        int writers = 3;
        int commits = 300;
        try (var store = new Store(settings.directory(), settings.memory(), settings.syncDelay());
                ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int round = 0; round < 5; round++) {
                var counts = new TableCounts(store);
                var running = new ArrayList<Future<?>>();
                for (int writer = 0; writer < writers; writer++) {
                    var random = new SplittableRandom(round * 10L + writer);
                    String own = "k" + writer + "-";
                    running.add(threads.submit(() -> {
                        for (int i = 0; i < commits; i++) {
                            String key = own + random.nextInt(50);
                            commit(counts, List.of(random.nextBoolean() ? put("t", key) : gone("t", key)));
                        }
                    }));
                }
                counts.of("t");
                for (Future<?> one : running) one.get();

                assertThat(counts.of("t")).isEqualTo(new TableCounts(store).of("t"));
            }
        }
    }

    private static void commit(TableCounts counts, List<RowChange> rows) {
        var batch = new Batch();
        for (RowChange row : rows) {
            if (row.value().isPresent()) batch.put(Family.TABLES, row.key().unsafeArray(), new byte[0]);
            else batch.delete(Family.TABLES, row.key().unsafeArray());
        }
        counts.commit(batch, rows);
    }

    private static RowChange put(String table, String key) {
        return new RowChange(Bytes.wrap(Keys.row(table, key)), Optional.of(Bytes.EMPTY));
    }

    private static RowChange gone(String table, String key) {
        return new RowChange(Bytes.wrap(Keys.row(table, key)), Optional.empty());
    }
}
