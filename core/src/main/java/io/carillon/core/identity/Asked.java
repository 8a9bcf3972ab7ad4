package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import java.time.Instant;
import java.util.Optional;

/**
 * A claim under way, or one that was refused and is remembered so that it is not asked again with every event.
 *
 * @param stamp of the latest event that named a user of ours together with the identifier
 */
public record Asked(Optional<Stamp> stamp, Optional<Instant> refusedAt) {
    public static Asked now(Optional<Stamp> stamp) {
        return new Asked(stamp, Optional.empty());
    }

    boolean isRefused() {
        return refusedAt.isPresent();
    }

    Asked withStamp(Stamp newer) {
        return new Asked(Optional.of(stamp.map(newer::max).orElse(newer)), refusedAt);
    }

    boolean isNewerThan(Optional<Stamp> other) {
        return stamp.isPresent() && (other.isEmpty() || stamp.get().isAfter(other.get()));
    }

    void write(ByteWriter out) {
        out.optional(stamp, Stamp::write);
        out.optional(refusedAt, (at, to) -> to.instant(at));
    }

    static Asked read(ByteReader in) {
        return new Asked(in.optional(Stamp::read), in.optional(ByteReader::instant));
    }
}
