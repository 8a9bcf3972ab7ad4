package io.carillon.core.entity.quarantine;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import java.time.Instant;
import java.util.List;

/**
 * What lists show of a call in quarantine, in the table {@link #TABLE}, by source and time of receipt.
 *
 * @param reasons codes, each once
 */
public record QuarantineRow(
        String id,
        String source,
        Instant receivedAt,
        Instant at,
        String name,
        List<String> reasons,
        boolean isRepaired,
        Status status,
        Instant changedAt) {
    public static final String TABLE = "quarantine";

    /** So many digits of the milliseconds since 1970 sort like the instants until the year 5138. */
    private static final int MILLIS_DIGITS = 14;

    public QuarantineRow {
        reasons = List.copyOf(reasons);
    }

    static QuarantineRow of(QuarantinedCall call) {
        return new QuarantineRow(
                call.id(),
                call.source(),
                call.receivedAt(),
                call.at(),
                call.name(),
                call.reasons().stream()
                        .map(QuarantinedCall.Why::code)
                        .distinct()
                        .toList(),
                call.repaired().isPresent(),
                call.status(),
                call.changedAt());
    }

    static String key(QuarantinedCall call) {
        String millis = Long.toString(Math.max(0, call.receivedAt().toEpochMilli()));
        return prefix(call.source()) + "0".repeat(Math.max(0, MILLIS_DIGITS - millis.length())) + millis + "/"
                + call.id();
    }

    /** With which the keys of a source's rows begin. */
    public static String prefix(String source) {
        return source + "/";
    }

    /** Stored form. */
    public enum Stored implements Codec<QuarantineRow> {
        ROWS;

        private static final int VERSION = 1;

        @Override
        public void write(QuarantineRow row, ByteWriter out) {
            out.u8(VERSION);
            out.text(row.id);
            out.text(row.source);
            out.instant(row.receivedAt);
            out.instant(row.at);
            out.text(row.name);
            out.list(row.reasons, (code, to) -> to.text(code));
            out.flag(row.isRepaired);
            out.constant(row.status);
            out.instant(row.changedAt);
        }

        @Override
        public QuarantineRow read(ByteReader in) {
            in.version("quarantine row", VERSION);
            return new QuarantineRow(
                    in.text(),
                    in.text(),
                    in.instant(),
                    in.instant(),
                    in.text(),
                    in.list(ByteReader::text),
                    in.flag(),
                    in.constant(Status.class),
                    in.instant());
        }
    }
}
