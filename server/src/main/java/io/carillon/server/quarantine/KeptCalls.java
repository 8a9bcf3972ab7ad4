package io.carillon.server.quarantine;

import io.carillon.core.entity.quarantine.QuarantineKind;
import io.carillon.core.entity.quarantine.QuarantineMessage;
import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Quarantine;
import io.carillon.server.collect.Taken;
import io.carillon.server.runtime.Asking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The calls that are kept. Threads may share it; its methods wait, for virtual threads. */
public final class KeptCalls implements Quarantine {
    /** More are counted, and not kept. */
    public static final int CALLS_MAX = 1_000_000;

    /** Rows looked at for one page of a list, so that a rare reason does not take for ever. */
    static final int LOOKED_AT_MAX = 20_000;

    private static final int ROWS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Host<?> host;
    private final Asking asking;

    public KeptCalls(Host<?> host, Asking asking) {
        this.host = host;
        this.asking = asking;
    }

    /**
     * A part of the list.
     *
     * @param next the key to go on after; empty at the end
     */
    public record Page(List<QuarantineRow> rows, Optional<String> next) {}

    /** By source, oldest first. */
    public Page list(Filter filter, String after, int max) {
        String prefix = filter.source().map(QuarantineRow::prefix).orElse("");
        String cursor = after.isEmpty() ? prefix : after;
        var found = new ArrayList<QuarantineRow>();
        for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; lookedAt += ROWS) {
            List<Row> rows = host.rows(QuarantineRow.TABLE, cursor, ROWS);
            for (Row row : rows) {
                if (!row.key().startsWith(prefix)) return new Page(found, Optional.empty());
                cursor = row.key();
                QuarantineRow call = QuarantineRow.Stored.ROWS.decode(row.value());
                if (filter.accepts(call)) found.add(call);
                if (found.size() >= max) return new Page(found, Optional.of(cursor));
            }
            if (rows.size() < ROWS) return new Page(found, Optional.empty());
        }
        return new Page(found, Optional.of(cursor));
    }

    /** What finds no room among {@value #CALLS_MAX} is counted by its reasons, as all of it is, and not kept. */
    @Override
    public Taken take(List<Call> calls) {
        if (host.count(QuarantineRow.TABLE) >= CALLS_MAX) return Taken.DONE;
        var kept = new CountDownLatch(calls.size());
        for (Call call : calls) {
            QuarantinedCall whole = CallReader.kept(call);
            boolean isTaken = host.submit(
                    QuarantineKind.of(whole.id()),
                    Lane.BULK,
                    replyTo -> new QuarantineMessage.Keep(whole, replyTo),
                    _ -> kept.countDown());
            if (!isTaken) return Taken.FULL; // sent again, those that are kept are known
        }
        try {
            return kept.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS) ? Taken.DONE : Taken.LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Taken.LATE;
        }
    }

    /** What came of asking for one call. */
    public sealed interface Found {
        record Call(QuarantinedCall call) implements Found {}

        record Unknown() implements Found {}

        /** The host has no room or no time. */
        record Busy(Asking.Outcome why) implements Found {}
    }

    public Found show(String id) {
        return ask(id, QuarantineMessage.Show::new);
    }

    public Found repair(QuarantinedCall repaired) {
        return ask(
                repaired.id(),
                replyTo -> new QuarantineMessage.Repair(repaired.text(), repaired.name(), repaired.at(), replyTo));
    }

    public Found settle(String id, Status status) {
        return ask(id, replyTo -> new QuarantineMessage.Settle(status, replyTo));
    }

    private Found ask(String id, Function<ReplyTo, QuarantineMessage> message) {
        Asking.Outcome outcome = asking.ask(QuarantineKind.of(id), Lane.BULK, message::apply);
        if (!(outcome instanceof Asking.Outcome.Answered(QuarantineMessage.Answer(var call))))
            return new Found.Busy(outcome);
        return call.<Found>map(Found.Call::new).orElseGet(Found.Unknown::new);
    }
}
