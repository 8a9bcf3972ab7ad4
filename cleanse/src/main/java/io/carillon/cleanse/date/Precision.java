package io.carillon.cleanse.date;

import java.util.Locale;

/** The smallest part of a date or an instant that was said. */
enum Precision {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    MILLISECOND,
    MICROSECOND,
    NANOSECOND;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Precision ofFraction(int digits) {
        if (digits == 0) return SECOND;
        if (digits <= 3) return MILLISECOND;
        return digits <= 6 ? MICROSECOND : NANOSECOND;
    }
}
