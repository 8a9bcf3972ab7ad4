package io.carillon.cleanse.date;

import io.carillon.cleanse.DateOrder;
import java.util.Optional;

/**
 * One way to understand a date.
 *
 * @param order of the parts, where the text leaves that open
 */
record Reading(Day day, Optional<DateOrder> order) {
    static Reading of(Day day) {
        return new Reading(day, Optional.empty());
    }

    static Reading of(Day day, DateOrder order) {
        return new Reading(day, Optional.of(order));
    }
}
