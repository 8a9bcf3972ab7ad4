package io.carillon.server.runtime;

import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quality.QualityKind;
import io.carillon.core.entity.quality.QualityMessage;
import io.carillon.core.event.Event;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.server.collect.Inlet;
import io.carillon.server.collect.Taken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the persons they name, and what is wrong with them to their source's quality record. */
final class HostInlet implements Inlet {
    private static final Duration NOTE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FULL = Duration.ofMillis(2);
    private static final Logger LOG = LoggerFactory.getLogger(HostInlet.class);

    private final Host<?> host;
    private final Asking asking;
    private final Predicate<String> isUrgent;
    private final QualityNotes notes = new QualityNotes(this::store);

    /** @param isUrgent whether an event of this name may start or end a journey */
    HostInlet(Host<?> host, Predicate<String> isUrgent) {
        this.host = host;
        this.asking = new Asking(host, NOTE_PATIENCE);
        this.isUrgent = isUrgent;
    }

    @Override
    public Taken receive(List<Event> events, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var handled = new CountDownLatch(events.size());
        try {
            for (int index = 0; index < events.size(); index++) {
                if (submit(events.get(index), handled)) continue;
                if (index == 0) return Taken.FULL;
                // A part is in: the rest follows it, as the sender may not tell the two apart when it sends again.
                while (!submit(events.get(index), handled)) {
                    if (System.nanoTime() > end) return Taken.LATE;
                    TimeUnit.NANOSECONDS.sleep(FULL.toNanos());
                }
            }
            return handled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS) ? Taken.DONE : Taken.LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Taken.LATE;
        }
    }

    private boolean submit(Event event, CountDownLatch handled) {
        return host.submit(
                event.strongest().address(),
                isUrgent.test(event.name()) ? Lane.URGENT : Lane.BULK,
                replyTo -> new PersonMessage.Received(event, replyTo),
                _ -> handled.countDown());
    }

    @Override
    public void unusable(String source, String reason, String example, int count) {
        notes.note(source, reason, example, count);
    }

    private void store(QualityNotes.Key key, String example, int count) {
        Asking.Outcome outcome = asking.ask(
                QualityKind.of(key.source()),
                Lane.BULK,
                replyTo -> new QualityMessage.Note(key.reason(), example, count, replyTo));
        if (!(outcome instanceof Asking.Outcome.Answered)) {
            LOG.warn(
                    "{} unusable ({}) from {} could not be counted: the host is busy",
                    count,
                    key.reason(),
                    key.source());
        }
    }
}
