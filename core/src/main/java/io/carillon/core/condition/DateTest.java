package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test of how far a date is from now. A date without a zone is read on the person's own clock; what is no date passes
 * none.
 */
public sealed interface DateTest {
    /** Nothing is compared over more than this. */
    Duration LENGTH_MAX = Duration.ofDays(36_500);

    boolean test(Value value, Instant now, ZoneId zone);

    /** The first instant after now at which the answer may be another. */
    Optional<Instant> turns(Value value, Instant now, ZoneId zone);

    /** {@code now − length < date ≤ now}. */
    record WithinLast(Duration length) implements DateTest {
        public WithinLast {
            check(length);
        }

        @Override
        public boolean test(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone)
                    .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(length)))
                    .isPresent();
        }

        @Override
        public Optional<Instant> turns(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone).flatMap(at -> next(now, at, at.plus(length)));
        }
    }

    /** {@code now < date ≤ now + length}. */
    record WithinNext(Duration length) implements DateTest {
        public WithinNext {
            check(length);
        }

        @Override
        public boolean test(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone)
                    .filter(at -> at.isAfter(now) && !at.isAfter(now.plus(length)))
                    .isPresent();
        }

        @Override
        public Optional<Instant> turns(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone).flatMap(at -> next(now, at.minus(length), at));
        }
    }

    /** {@code date ≤ now − length}. */
    record LongerAgo(Duration length) implements DateTest {
        public LongerAgo {
            check(length);
        }

        @Override
        public boolean test(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone)
                    .filter(at -> !at.isAfter(now.minus(length)))
                    .isPresent();
        }

        @Override
        public Optional<Instant> turns(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone).flatMap(at -> next(now, at.plus(length)));
        }
    }

    /** {@code date > now + length}. */
    record FurtherAhead(Duration length) implements DateTest {
        public FurtherAhead {
            check(length);
        }

        @Override
        public boolean test(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone)
                    .filter(at -> at.isAfter(now.plus(length)))
                    .isPresent();
        }

        @Override
        public Optional<Instant> turns(Value value, Instant now, ZoneId zone) {
            return Dates.read(value, zone).flatMap(at -> next(now, at.minus(length)));
        }
    }

    /**
     * The day comes round again today or within the next days, from one year after it on. A 29 February comes round on 28
     * February where there is no 29th.
     *
     * @param days 0 for today only
     */
    record Anniversary(int days) implements DateTest {
        public static final int DAYS_MAX = 364;

        public Anniversary {
            if (days < 0 || days > DAYS_MAX) {
                throw new IllegalArgumentException(
                        "an anniversary is looked for 0 to %d days ahead, was %d".formatted(DAYS_MAX, days));
            }
        }

        @Override
        public boolean test(Value value, Instant now, ZoneId zone) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            return Dates.day(value, zone)
                    .filter(day -> !upcoming(day, today).isAfter(today.plusDays(days)))
                    .isPresent();
        }

        @Override
        public Optional<Instant> turns(Value value, Instant now, ZoneId zone) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            return Dates.day(value, zone).map(day -> {
                LocalDate upcoming = upcoming(day, today);
                LocalDate begins = upcoming.minusDays(days);
                LocalDate turn = begins.isAfter(today) ? begins : upcoming.plusDays(1);
                return turn.atStartOfDay(zone).toInstant();
            });
        }

        /** The first return of a day that is not before today. */
        private static LocalDate upcoming(LocalDate day, LocalDate today) {
            int years = Math.max(1, today.getYear() - day.getYear());
            LocalDate returned = day.plusYears(years);
            return returned.isBefore(today) ? day.plusYears(years + 1L) : returned;
        }
    }

    private static Optional<Instant> next(Instant now, Instant... turns) {
        return Stream.of(turns).filter(turn -> turn.isAfter(now)).min(Instant::compareTo);
    }

    private static void check(Duration length) {
        if (length.isNegative() || length.compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a date is compared over 0s to 36500d, was " + length);
        }
    }
}
