package io.carillon.server.demo;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.host.Host;
import io.carillon.core.host.Row;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The latest messages of all customers, those decided against too, read as they come: what is settled is not read again.
 * Not thread-safe.
 *
 * <p>At most {@value #MESSAGES_MAX} are kept.
 */
final class MessageLog {
    static final int MESSAGES_MAX = 50_000;
    private static final int PAGE = 1_000;
    private static final int OPEN_MAX = 5_000;
    /** Of the world's time: rows become visible a little after the instant that their ids begin with. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Host<?> host;
    private final double factor;
    private final TreeMap<String, MessageRow> byId = new TreeMap<>();

    /** @param factor seconds of the server's clock in one of the world's */
    MessageLog(Host<?> host, double factor) {
        this.host = host;
        this.factor = factor;
    }

    /** Newest first. */
    List<MessageRow> read() {
        readNew();
        readOpen();
        while (byId.size() > MESSAGES_MAX) byId.pollFirstEntry();
        return List.copyOf(byId.descendingMap().values());
    }

    private void readNew() {
        String after = byId.isEmpty() ? "" : before(byId.lastEntry().getValue());
        while (true) {
            List<Row> rows = host.rows(Messages.MESSAGES, after, PAGE);
            for (Row row : rows) byId.put(row.key(), MessageRow.Stored.ROWS.decode(row.value()));
            if (rows.size() < PAGE) return;
            after = rows.getLast().key();
            while (byId.size() > MESSAGES_MAX) byId.pollFirstEntry();
        }
    }

    private String before(MessageRow latest) {
        long overlap = (long) (OVERLAP.toMillis() * factor);
        return "%011x".formatted(Math.max(0, latest.dispatch().decidedAt().toEpochMilli() - overlap));
    }

    /** Those under way, and those that were when last looked at. */
    private void readOpen() {
        var open = new TreeSet<String>();
        for (DispatchStatus status : List.of(DispatchStatus.QUEUED, DispatchStatus.CLAIMED)) {
            String prefix = status.word() + "/";
            host.rows(Messages.BY_STATUS, prefix, OPEN_MAX).stream()
                    .map(Row::key)
                    .takeWhile(key -> key.startsWith(prefix))
                    .forEach(key -> open.add(key.substring(prefix.length())));
        }
        byId.forEach((id, row) -> {
            if (!row.dispatch().status().isFinal()) open.add(id);
        });
        for (String id : open) {
            host.row(Messages.MESSAGES, id).ifPresent(row -> byId.put(id, MessageRow.Stored.ROWS.decode(row)));
        }
    }
}
