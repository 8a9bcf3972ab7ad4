package io.carillon.core.segment;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a person is in a segment, as last judged.
 *
 * @param since when that last changed
 * @param changesAt when time alone changes it next
 */
public record Membership(boolean in, Instant since, Optional<Instant> changesAt) {
    void write(ByteWriter out) {
        out.flag(in);
        out.instant(since);
        out.optional(changesAt, (at, to) -> to.instant(at));
    }

    static Membership read(ByteReader in) {
        return new Membership(in.flag(), in.instant(), in.optional(ByteReader::instant));
    }
}
