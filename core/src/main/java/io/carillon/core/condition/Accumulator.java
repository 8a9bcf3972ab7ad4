package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Works out one measure from tallies, newest first. Lives as long as one question. */
final class Accumulator {
    private final Measure.Aggregate aggregate;
    private long count;
    private BigDecimal amount = BigDecimal.ZERO;
    private Optional<Value> value = Optional.empty();
    private Instant since = Instant.MAX;
    private long frequency;
    private final TreeMap<Value, Long> frequencies = new TreeMap<>(Scalars.ORDER);

    Accumulator(Measure.Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    /** One more, not newer than any before. */
    void add(Sample sample) {
        switch (sample.tally()) {
            case Tally.Counted(var more) -> count += more;
            case Tally.Numbers numbers -> add(numbers);
            case Tally.Values(var counts) -> {
                switch (aggregate) {
                    case FIRST -> {
                        if (sample.at().isBefore(since)) value = Optional.empty();
                        offer(counts.firstKey(), false);
                    }
                    case LAST -> {
                        if (value.isEmpty() || sample.at().equals(since)) offer(counts.lastKey(), true);
                        else return;
                    }
                    default -> counts.forEach(this::add);
                }
                since = sample.at();
            }
        }
    }

    /** Of several at one time the smallest, or the greatest. */
    private void offer(Value other, boolean greatest) {
        boolean isBetter = value.map(it -> Scalars.ORDER.compare(other, it))
                .map(difference -> greatest ? difference > 0 : difference < 0)
                .orElse(true);
        if (isBetter) value = Optional.of(other);
    }

    private void add(Tally.Numbers numbers) {
        amount = switch (aggregate) {
            case MIN -> count == 0 ? numbers.min() : amount.min(numbers.min());
            case MAX -> count == 0 ? numbers.max() : amount.max(numbers.max());
            default -> amount.add(numbers.sum());
        };
        count += numbers.count();
    }

    private void add(Value which, long more) {
        long now = frequencies.merge(which, more, Long::sum);
        boolean isMore = now > frequency
                || (now == frequency
                        && value.filter(before -> Scalars.ORDER.compare(which, before) < 0)
                                .isPresent());
        if (isMore) {
            frequency = now;
            value = Optional.of(which);
        }
    }

    /** The measure of all that was added. */
    Optional<Value> result() {
        return switch (aggregate) {
            case COUNT -> Optional.of(Value.of(count));
            case SUM -> Optional.of(Value.of(plain(amount)));
            case AVERAGE ->
                count == 0
                        ? Optional.empty()
                        : Optional.of(
                                Value.of(plain(amount.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128))));
            case MIN, MAX -> count == 0 ? Optional.empty() : Optional.of(Value.of(plain(amount)));
            case DISTINCT -> Optional.of(Value.of(Math.min(frequencies.size(), Tally.VALUES_MAX)));
            case FIRST, LAST, MOST_FREQUENT -> value;
        };
    }

    /** {@code 1000}, not {@code 1E+3}. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
