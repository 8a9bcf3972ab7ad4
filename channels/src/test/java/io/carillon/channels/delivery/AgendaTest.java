package io.carillon.channels.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgendaTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Agenda<Work> agenda =
            new Agenda<>(10, new Pace(now::get, System::nanoTime, 1), Work::id, Work::dueAt);

    private record Work(String id, Instant dueAt) {}

    @Test
    void itRestsWhenNothingIsDueAndWhatWasTakenHasBeenSeenTo() throws Exception {
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            assertThat(agenda.take()).as("the table was not read yet").isEmpty();
            agenda.add(new Work("a", NOON));
            agenda.add(new Work("b", NOON.plusSeconds(60)));
            boolean whileDue = agenda.rests();
            agenda.take();
            boolean whileSeenTo = agenda.rests();
            Future<?> next = worker.submit(agenda::take);
            while (!agenda.rests()) LockSupport.parkNanos(100_000);
            now.set(NOON.plusSeconds(60));
            boolean whenDueAgain = agenda.rests();
            agenda.clockChanged();

            assertThat(whileDue).isFalse();
            assertThat(whileSeenTo).isFalse();
            assertThat(whenDueAgain).isFalse();
            assertThat(next.get()).isNotNull();
        } finally {
            agenda.close();
        }
    }
}
