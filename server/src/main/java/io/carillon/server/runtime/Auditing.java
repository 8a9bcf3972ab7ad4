package io.carillon.server.runtime;

import io.carillon.core.audit.SourceDay;
import io.carillon.core.entity.audit.AuditKind;
import io.carillon.core.entity.audit.AuditMessage;
import io.carillon.core.entity.audit.AuditState;
import io.carillon.core.entity.audit.OpenFinding;
import io.carillon.core.host.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what the recorder summed up, every few seconds, and judges each source every few minutes of the clock; whoever is
 * to be told is told. One thread of its own.
 */
public final class Auditing implements AutoCloseable {
    private static final Duration LOOKED_AFTER = Duration.ofSeconds(1);
    private static final Duration STORED_EVERY = Duration.ofSeconds(5);
    private static final Duration JUDGED_EVERY = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);

    private final Recorder recorder;
    private final Audits audits;
    private final Asking asking;
    private final InstantSource clock;
    private final Alerts alerts;
    private final Map<String, Instant> judgedAt = new HashMap<>();
    private final Instant startedAt;
    private final Thread thread = Thread.ofPlatform().name("audit").daemon().unstarted(this::run);
    private volatile boolean closed;

    /** Begins with {@link #start}. */
    Auditing(Recorder recorder, Audits audits, Asking asking, InstantSource clock, Alerts alerts) {
        this.recorder = recorder;
        this.audits = audits;
        this.asking = asking;
        this.clock = clock;
        this.alerts = alerts;
        this.startedAt = clock.instant();
    }

    void start() {
        thread.start();
    }

    private void run() {
        long storedAt = System.nanoTime();
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(LOOKED_AFTER.toNanos());
                if (System.nanoTime() - storedAt >= STORED_EVERY.toNanos() || isFast()) {
                    store();
                    storedAt = System.nanoTime();
                }
                judge();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed) LOG.error("the audit goes on without what it was about to do", e);
            }
        }
    }

    /** Under a clock that is in a hurry, days go by between two rounds. */
    private boolean isFast() {
        return judgedAt.values().stream().anyMatch(at -> clock.instant().isAfter(at.plus(JUDGED_EVERY)));
    }

    /** Hands on what was summed up so far; returns when it is stored. */
    public synchronized void store() {
        recorder.take().forEach((source, days) -> {
            for (SourceDay day : days) {
                Asking.Outcome outcome =
                        asking.ask(AuditKind.of(source), Lane.BULK, replyTo -> new AuditMessage.Add(day, replyTo));
                if (!(outcome instanceof Asking.Outcome.Answered)) {
                    LOG.warn("figures of {} events of {} are lost: the host is busy", day.count(), source);
                }
            }
        });
    }

    private void judge() {
        Instant now = clock.instant();
        // Just after a start everybody seems silent.
        if (now.isBefore(startedAt.plus(JUDGED_EVERY))) return;
        for (String source : audits.sources()) {
            if (closed || !isDue(source, now)) continue;
            audits.judge(source, now).ifPresent(this::note);
        }
        if (isDue("", now)) audits.judgeIdentity(now).ifPresent(this::note);
    }

    private boolean isDue(String source, Instant now) {
        Instant last = judgedAt.get(source);
        if (last != null && now.isBefore(last.plus(JUDGED_EVERY))) return false;
        judgedAt.put(source, now);
        return true;
    }

    private void note(Judgement judgement) {
        Optional<AuditState> after = Audits.answered(asking.ask(
                AuditKind.of(judgement.source()),
                Lane.BULK,
                replyTo -> new AuditMessage.Judge(
                        judgement.evidence().now(), judgement.score(), judgement.open(), replyTo)));
        if (after.isEmpty()) return;
        var over = new ArrayList<OpenFinding>();
        judgement.state().open().forEach((key, finding) -> {
            if (!after.get().open().containsKey(key) && finding.isTold()) over.add(finding);
        });
        List<String> told =
                alerts.tell(judgement.source(), List.copyOf(after.get().open().values()), over);
        if (told.isEmpty()) return;
        asking.ask(AuditKind.of(judgement.source()), Lane.BULK, replyTo -> new AuditMessage.Told(told, replyTo));
    }

    /** Stores what is left. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store();
    }
}
