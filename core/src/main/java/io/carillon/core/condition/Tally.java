package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What some occurrences come to, added up. Adding is commutative and associative. */
sealed interface Tally {
    /** Different values told apart; of more, the smallest are kept. */
    int VALUES_MAX = 1_000;

    /** Stored by name. */
    enum Kind {
        COUNT,
        NUMBERS,
        VALUES
    }

    Tally plus(Tally other);

    /** The same, with no more than so many values told apart, the smallest. */
    default Tally upTo(int values) {
        return this;
    }

    /** How much was added up. */
    long size();

    /** How much room it takes: 1, or the number of values told apart. */
    int weight();

    /** How often. */
    record Counted(long count) implements Tally {
        @Override
        public Tally plus(Tally other) {
            return other instanceof Counted(var more) ? new Counted(count + more) : mismatch();
        }

        @Override
        public long size() {
            return count;
        }

        @Override
        public int weight() {
            return 1;
        }
    }

    /** Of at least one number. */
    record Numbers(long count, BigDecimal sum, BigDecimal min, BigDecimal max) implements Tally {
        static Numbers one(BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return new Numbers(1, plain, plain, plain);
        }

        @Override
        public Tally plus(Tally other) {
            return other instanceof Numbers more
                    ? new Numbers(
                            count + more.count,
                            sum.add(more.sum).stripTrailingZeros(),
                            min.min(more.min),
                            max.max(more.max))
                    : mismatch();
        }

        @Override
        public long size() {
            return count;
        }

        @Override
        public int weight() {
            return 1;
        }
    }

    /** How often each value, at least one. */
    record Values(SortedMap<Value, Long> counts) implements Tally {
        public Values {
            counts = Collections.unmodifiableSortedMap(counts);
        }

        static Values one(Value value) {
            var counts = new TreeMap<Value, Long>(Scalars.ORDER);
            counts.put(value, 1L);
            return new Values(counts);
        }

        @Override
        public Tally plus(Tally other) {
            if (!(other instanceof Values(var more))) return mismatch();
            var both = new TreeMap<>(counts);
            more.forEach((value, count) -> both.merge(value, count, Long::sum));
            return new Values(both).upTo(VALUES_MAX);
        }

        @Override
        public long size() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public Tally upTo(int values) {
            if (counts.size() <= values) return this;
            var fewer = new TreeMap<>(counts);
            while (fewer.size() > values) fewer.pollLastEntry();
            return new Values(fewer);
        }

        @Override
        public int weight() {
            return counts.size();
        }
    }

    /** What one occurrence comes to; nothing when it has none of what is measured. */
    static Optional<Tally> of(Kind kind, Occurrence occurrence, EventQuery query, String property) {
        return switch (kind) {
            case COUNT -> Optional.of(new Counted(query.weight(occurrence)));
            case NUMBERS ->
                query.measured(occurrence, property).stream()
                        .flatMap(value -> Comparison.number(value).stream())
                        .<Tally>map(Numbers::one)
                        .reduce(Tally::plus);
            case VALUES -> {
                List<Value> values = query.measured(occurrence, property).stream()
                        .flatMap(value -> Scalars.of(value).stream())
                        .toList();
                yield values.isEmpty() ? Optional.empty() : Optional.of(ofValues(values));
            }
        };
    }

    private static Tally ofValues(List<Value> values) {
        if (values.size() == 1) return Values.one(values.getFirst());
        var counts = new TreeMap<Value, Long>(Scalars.ORDER);
        for (Value value : values) counts.merge(value, 1L, Long::sum);
        while (counts.size() > VALUES_MAX) counts.pollLastEntry();
        return new Values(counts);
    }

    private static Tally mismatch() {
        throw new IllegalArgumentException("tallies of two kinds do not add up");
    }
}
