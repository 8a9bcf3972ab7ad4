package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.identity.CustomerRef;
import java.time.Instant;
import java.util.List;

/**
 * Two customers that are probably one person.
 *
 * @param one the stronger: whom the other would merge into
 * @param millionths the probability, of a million
 * @param hundredths of a bit, what all evidence together says
 * @param reasons the strongest first; none once it is decided, as they repeat personal data
 * @param at when it was found so last
 */
public record Suggestion(
        CustomerRef one, CustomerRef other, long millionths, long hundredths, List<Reason> reasons, Instant at) {
    public static final int MILLION = 1_000_000;

    public Suggestion {
        reasons = List.copyOf(reasons);
        if (!one.isStrongerThan(other)) throw new IllegalArgumentException(one + " is not stronger than " + other);
        if (millionths < 0 || millionths > MILLION) {
            throw new IllegalArgumentException(
                    "a probability is 0 to %d millionths, was %d".formatted(MILLION, millionths));
        }
    }

    /**
     * What one fact says.
     *
     * @param hundredths of a bit: for one person if positive, against it if negative
     */
    public record Reason(String column, String left, String right, String words, long hundredths) {
        void write(ByteWriter out) {
            out.text(column);
            out.text(left);
            out.text(right);
            out.text(words);
            out.number(hundredths);
        }

        static Reason read(ByteReader in) {
            return new Reason(in.text(), in.text(), in.text(), in.text(), in.number());
        }
    }

    Suggestion withoutReasons() {
        return new Suggestion(one, other, millionths, hundredths, List.of(), at);
    }

    void write(ByteWriter out) {
        one.write(out);
        other.write(out);
        out.number(millionths);
        out.number(hundredths);
        out.list(reasons, Reason::write);
        out.instant(at);
    }

    static Suggestion read(ByteReader in) {
        return new Suggestion(
                CustomerRef.read(in),
                CustomerRef.read(in),
                in.number(),
                in.number(),
                in.list(Reason::read),
                in.instant());
    }
}
