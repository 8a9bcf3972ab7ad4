package io.carillon.cleanse.date;

import io.carillon.cleanse.DateOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number alone: what was counted since 1970, or a date and a time without anything between their parts. */
final class Digits {
    private static final Pattern COUNTED = Pattern.compile("(-?)(\\d{9,19})(?:[.,](\\d{1,9}))?");
    private static final Pattern STAMP = Pattern.compile("(\\d{8})(\\d{2})(\\d{2})(\\d{2})?(\\d{3})?");

    /** What is counted is near to now; outside of this it is some other number. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Digits() {}

    /**
     * The instants or local times that it may be, the likelier first.
     *
     * @return empty when it is none, or a date
     */
    static List<Moment> read(String text) {
        var moments = new ArrayList<Moment>();
        stamp(text).ifPresent(moments::add);
        counted(text).ifPresent(moments::add);
        return moments;
    }

    private static Optional<Moment> stamp(String text) {
        Matcher stamp = STAMP.matcher(text);
        if (!stamp.matches() || (stamp.group(5) != null && stamp.group(4) == null)) return Optional.empty();
        List<Reading> days = Numeric.read(stamp.group(1), Optional.of(DateOrder.YMD));
        boolean dated = !days.isEmpty() && days.getFirst().day().iso().startsWith(text.substring(0, 4));
        int second = stamp.group(4) == null ? 0 : Integer.parseInt(stamp.group(4));
        int hour = Integer.parseInt(stamp.group(2));
        int minute = Integer.parseInt(stamp.group(3));
        if (!dated || hour > 23 || minute > 59 || second > 59) return Optional.empty();
        int nano = stamp.group(5) == null ? 0 : Integer.parseInt(stamp.group(5)) * 1_000_000;
        Precision precision = stamp.group(4) == null
                ? Precision.MINUTE
                : stamp.group(5) == null ? Precision.SECOND : Precision.MILLISECOND;
        return days.getFirst()
                .day()
                .date()
                .map(date -> new Moment(
                        LocalDateTime.of(date, LocalTime.of(hour, minute, second, nano)),
                        Optional.empty(),
                        precision,
                        "date and time in digits"));
    }

    /** Ten digits are seconds until the year 2286, thirteen milliseconds, sixteen microseconds, nineteen nanoseconds. */
    private static Optional<Moment> counted(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) return Optional.empty();
        int length = counted.group(2).length();
        int power = length <= 11 ? 0 : length <= 14 ? 3 : length <= 17 ? 6 : 9;
        var number = new BigDecimal(text.replace(',', '.'));
        BigInteger nanos = number.scaleByPowerOfTen(9 - power).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        Instant instant = Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) return Optional.empty();
        String unit = List.of("seconds", "milliseconds", "microseconds", "nanoseconds")
                .get(power / 3);
        int digits = Math.min(9, power + Math.max(0, number.scale()));
        return Optional.of(new Moment(
                LocalDateTime.ofInstant(instant, ZoneOffset.UTC),
                Optional.of(ZoneOffset.UTC),
                Precision.ofFraction(digits),
                unit + " since 1970"));
    }
}
