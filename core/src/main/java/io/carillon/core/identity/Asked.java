package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A claim under way, or one that was refused and is remembered so that it is not asked again with every event.
 *
 * @param stamp of the latest event that named a user of ours together with the identifier
 * @param cause of the claim; none when it was stored before causes were
 */
public record Asked(Optional<Stamp> stamp, Optional<Cause> cause, Optional<Refused> refused) {
    /** What came of a claim that got nothing. */
    public record Refused(Instant at, Refusal why) {}

    static Asked now(Optional<Stamp> stamp, Cause cause) {
        return new Asked(stamp, Optional.of(cause), Optional.empty());
    }

    Asked refused(Instant at, Refusal why) {
        return new Asked(stamp, cause, Optional.of(new Refused(at, why)));
    }

    public Optional<Instant> refusedAt() {
        return refused.map(Refused::at);
    }

    boolean isRefused() {
        return refused.isPresent();
    }

    /** Under way, and to be granted whoever owns the identifier. */
    boolean isExplicit() {
        return !isRefused() && cause.filter(Cause::explicit).isPresent();
    }

    /** Whether it was refused for this reason less than a while ago. */
    boolean isRefused(Refusal why, Duration ago, Instant now) {
        return refused.filter(it -> it.why() == why && now.isBefore(it.at().plus(ago)))
                .isPresent();
    }

    Asked withStamp(Stamp newer) {
        return new Asked(Optional.of(stamp.map(newer::max).orElse(newer)), cause, refused);
    }

    boolean isNewerThan(Optional<Stamp> other) {
        return stamp.isPresent() && (other.isEmpty() || stamp.get().isAfter(other.get()));
    }

    void write(ByteWriter out) {
        out.optional(stamp, Stamp::write);
        out.optional(cause, Cause::write);
        out.optional(refused, (it, to) -> {
            to.instant(it.at());
            to.constant(it.why());
        });
    }

    static Asked read(ByteReader in) {
        return new Asked(
                in.optional(Stamp::read),
                in.optional(Cause::read),
                in.optional(from -> new Refused(from.instant(), from.constant(Refusal.class))));
    }

    static Asked readFirst(ByteReader in) {
        return new Asked(
                in.optional(Stamp::read),
                Optional.empty(),
                in.optional(from -> new Refused(from.instant(), Refusal.CONFLICT)));
    }
}
