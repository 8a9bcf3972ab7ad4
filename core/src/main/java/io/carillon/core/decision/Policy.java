package io.carillon.core.decision;

import io.carillon.core.person.HoursOfDay;
import java.util.List;
import java.util.Optional;

/**
 * What a company imposes on itself, whatever its journeys wish.
 *
 * @param quietHours in which no marketing leaves, on each person's own clock
 * @param caps all of which must have room
 */
public record Policy(Optional<HoursOfDay> quietHours, List<FrequencyCap> caps) {
    public static final Policy NONE = new Policy(Optional.empty(), List.of());
    public static final int CAPS_MAX = 50;

    public Policy {
        caps = List.copyOf(caps);
    }
}
