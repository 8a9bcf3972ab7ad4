package io.carillon.core.entity.quarantine;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that could not be used.
 *
 * @param id names it, see {@link QuarantineKind#of}
 * @param at when it happened, as far as that could be told; else when it was received
 * @param name what it says happened, as far as that could be told; else nothing
 * @param request what it inherits from the request that brought it, for whoever reads it again
 * @param body as it was sent: JSON, or whatever it was, at most {@value #BODY_LENGTH_MAX} characters
 * @param reasons all of them, at least one, at most {@value #REASONS_MAX}
 * @param repaired what is read in its place
 */
public record QuarantinedCall(
        String id,
        String source,
        Instant receivedAt,
        Instant at,
        String name,
        Value.Fields request,
        String body,
        List<Why> reasons,
        Optional<String> repaired,
        Status status,
        Instant changedAt) {
    public static final int BODY_LENGTH_MAX = 512 * 1024;
    public static final int REASONS_MAX = 50;

    /**
     * One reason.
     *
     * @param code stable, such as {@code missing_identifier}
     * @param place a path in the call or a short sample that shows it; may be empty
     */
    public record Why(String code, String place) {
        private static void write(Why why, ByteWriter out) {
            out.text(why.code);
            out.text(why.place);
        }

        private static Why read(ByteReader in) {
            return new Why(in.text(), in.text());
        }
    }

    /** What became of it. Stored by name. */
    public enum Status {
        /** It waits to be used or given up. */
        OPEN,
        /** It was used. */
        REPLAYED,
        /** Somebody said that it is of no use. */
        DISMISSED
    }

    public QuarantinedCall {
        if (reasons.isEmpty()) throw new IllegalArgumentException("a call is in quarantine for a reason");
        reasons = List.copyOf(reasons.subList(0, Math.min(reasons.size(), REASONS_MAX)));
        if (body.length() > BODY_LENGTH_MAX
                || repaired.filter(it -> it.length() > BODY_LENGTH_MAX).isPresent()) {
            throw new IllegalArgumentException("a call has at most %d characters".formatted(BODY_LENGTH_MAX));
        }
    }

    /** What is to be read: as repaired, else as it was sent. */
    public String text() {
        return repaired.orElse(body);
    }

    public QuarantinedCall repaired(String text, String newName, Instant newAt, Instant now) {
        return new QuarantinedCall(
                id, source, receivedAt, newAt, newName, request, body, reasons, Optional.of(text), status, now);
    }

    public QuarantinedCall with(Status other, Instant now) {
        return new QuarantinedCall(id, source, receivedAt, at, name, request, body, reasons, repaired, other, now);
    }

    /** Stored form. */
    public enum Stored implements Codec<QuarantinedCall> {
        CALLS;

        private static final int VERSION = 1;

        @Override
        public void write(QuarantinedCall call, ByteWriter out) {
            out.u8(VERSION);
            out.text(call.id);
            out.text(call.source);
            out.instant(call.receivedAt);
            out.instant(call.at);
            out.text(call.name);
            ValueCodec.VALUES.writeFields(call.request, out);
            out.text(call.body);
            out.list(call.reasons, Why::write);
            out.optional(call.repaired, (text, to) -> to.text(text));
            out.constant(call.status);
            out.instant(call.changedAt);
        }

        @Override
        public QuarantinedCall read(ByteReader in) {
            in.version("quarantined call", VERSION);
            return new QuarantinedCall(
                    in.text(),
                    in.text(),
                    in.instant(),
                    in.instant(),
                    in.text(),
                    ValueCodec.VALUES.readFields(in),
                    in.text(),
                    in.list(Why::read),
                    in.optional(ByteReader::text),
                    in.constant(Status.class),
                    in.instant());
        }
    }
}
