package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;

/**
 * A person's choice for one topic on one channel.
 *
 * @param at when it takes effect: the server's time of a live change, an imported one's own
 * @param by how it came: {@code api}, {@code link}, {@code event}, {@code category},
 *     {@code import}; {@code import: BASIS} when nothing but a basis in law was claimed for them
 */
public record Consent(boolean subscribed, Instant at, String by) {
    /** Before the name of the basis on which somebody may be written to, who was not asked here. */
    public static final String BASIS = "import: ";

    /** Whether it was claimed for them, and is no word of theirs. */
    public boolean isBasis() {
        return by.startsWith(BASIS);
    }

    /** The later one; of two at one instant the withdrawal. What was claimed for them never outlasts a word of theirs. */
    public Consent later(Consent other) {
        if (isBasis() != other.isBasis()) return isBasis() ? other : this;
        int order = at.compareTo(other.at);
        if (order != 0) return order > 0 ? this : other;
        if (subscribed != other.subscribed) return subscribed ? other : this;
        return by.compareTo(other.by) >= 0 ? this : other;
    }

    public void write(ByteWriter out) {
        out.flag(subscribed);
        out.instant(at);
        out.text(by);
    }

    public static Consent read(ByteReader in) {
        return new Consent(in.flag(), in.instant(), in.text());
    }
}
