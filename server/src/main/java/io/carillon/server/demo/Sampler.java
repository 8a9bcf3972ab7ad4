package io.carillon.server.demo;

import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.host.Row;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.server.runtime.Engine;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at how much there is. Reads each message until it is settled, and no more. For one thread, while the server rests. */
final class Sampler {
    /** The demo's segment of everybody, by which customers are counted. */
    static final String EVERYBODY = "everybody";

    private static final int PAGE = 1_000;
    private final Engine engine;
    private final TreeMap<String, Long> settled = new TreeMap<>();
    private String settledUpTo = "";

    Sampler(Engine engine) {
        this.engine = engine;
    }

    Sample sample(Instant at, long events) {
        var segments = new TreeMap<String, Long>();
        for (SegmentDefinition segment : engine.knowledge().segments()) {
            segments.put(segment.id().text(), engine.host().count(Segments.membersOf(segment.id())));
        }
        return new Sample(at, events, segments.getOrDefault(EVERYBODY, 0L), segments, messages());
    }

    private SortedMap<String, Long> messages() {
        var open = new TreeMap<String, Long>();
        boolean isSettled = true;
        String after = settledUpTo;
        while (true) {
            List<Row> rows = engine.host().rows(Messages.MESSAGES, after, PAGE);
            for (Row row : rows) {
                DispatchStatus status =
                        MessageRow.Stored.ROWS.decode(row.value()).dispatch().status();
                isSettled &= status.isFinal();
                (isSettled ? settled : open).merge(status.word(), 1L, Long::sum);
                if (isSettled) settledUpTo = row.key();
            }
            if (rows.size() < PAGE) break;
            after = rows.getLast().key();
        }
        var all = new TreeMap<>(settled);
        open.forEach((status, count) -> all.merge(status, count, Long::sum));
        return all;
    }
}
