package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a call's event happened, by our clock. */
final class Times {
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private Times() {}

    /**
     * The sender's time, corrected by how far its clock was off when it sent: {@code receivedAt − (sentAt − time)}. Never
     * after {@code receivedAt}.
     */
    static Instant occurredAt(Value.Fields call, Envelope envelope, List<Problem> problems) {
        Instant receivedAt = envelope.receivedAt();
        Optional<Instant> said = read(call, "originalTimestamp", problems).or(() -> read(call, "timestamp", problems));
        if (said.isEmpty()) return receivedAt;
        Instant at = said.get();
        Instant corrected = sentAt(call, envelope, problems)
                .map(sentAt -> receivedAt.minus(Duration.between(sentAt, at).negated()))
                .filter(time -> !time.isBefore(Instant.EPOCH))
                .orElse(at);
        if (!corrected.isAfter(receivedAt)) return corrected;
        if (corrected.isAfter(receivedAt.plus(AHEAD_MAX))) {
            problems.add(new Problem(Reason.TIMESTAMP_IN_FUTURE, "%s, received %s".formatted(at, receivedAt)));
        }
        return receivedAt;
    }

    private static Optional<Instant> sentAt(Value.Fields call, Envelope envelope, List<Problem> problems) {
        if (Fields.said(call, "sentAt").isPresent()) return read(call, "sentAt", problems);
        return envelope.sentAt().flatMap(value -> read(value, "sentAt", problems));
    }

    private static Optional<Instant> read(Value.Fields call, String field, List<Problem> problems) {
        return Fields.said(call, field).flatMap(value -> read(value, field, problems));
    }

    private static Optional<Instant> read(Value value, String field, List<Problem> problems) {
        Optional<Instant> at = Timestamps.read(value);
        if (at.isEmpty()) problems.add(new Problem(Reason.BAD_TIMESTAMP, field + " " + Fields.shown(value)));
        return at;
    }
}
