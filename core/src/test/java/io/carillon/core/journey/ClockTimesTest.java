package io.carillon.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTimesTest {
    @ParameterizedTest
    @CsvSource({
        "09:00, 2026-03-02T07:59:59.999Z, Europe/Berlin, 2026-03-02T08:00:00Z",
        "09:00, 2026-03-02T08:00:00Z, Europe/Berlin, 2026-03-03T08:00:00Z", // the next one, not this one
        "09:00, 2026-03-28T12:00:00Z, Europe/Berlin, 2026-03-29T07:00:00Z", // a night of 23 hours
        "09:00, 2026-10-24T12:00:00Z, Europe/Berlin, 2026-10-25T08:00:00Z", // a night of 25 hours
        "02:30, 2026-03-28T12:00:00Z, Europe/Berlin, 2026-03-29T01:00:00Z", // does not occur: the jump
        "02:30, 2026-03-29T01:00:00Z, Europe/Berlin, 2026-03-30T00:30:00Z",
        "02:30, 2026-10-24T12:00:00Z, Europe/Berlin, 2026-10-25T00:30:00Z", // occurs twice: the first
        "02:30, 2026-10-25T00:45:00Z, Europe/Berlin, 2026-10-26T01:30:00Z", // between the two: once a day
        "12:00, 2011-12-29T23:00:00Z, Pacific/Apia, 2011-12-30T10:00:00Z", // the 30th was left out: the jump
        "02:15, 2026-10-03T12:00:00Z, Australia/Lord_Howe, 2026-10-03T15:30:00Z", // a jump of half an hour
        "00:00, 2026-03-02T12:00:00Z, UTC, 2026-03-03T00:00:00Z"
    })
    void theNextSuchTimeOnTheClock(String time, String now, String zone, String expected) {
        assertThat(next(time, "mon tue wed thu fri sat sun", now, zone)).isEqualTo(Instant.parse(expected));
    }

    @Test
    void onlyOnTheDaysAskedFor() {
        assertThat(next("09:00", "mon", "2026-03-02T08:00:00Z", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(next("09:00", "tue fri", "2026-03-03T09:00:00Z", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2026-03-06T08:00:00Z"));
        // It is Monday there already.
        assertThat(next("00:30", "mon", "2026-03-01T14:00:00Z", "Pacific/Auckland"))
                .isEqualTo(Instant.parse("2026-03-08T11:30:00Z"));
    }

    @Test
    void everyAnswerIsLaterAndNoTimeIsPassedOver() {
        for (String zone : List.of("Europe/Berlin", "America/Santiago", "Africa/Casablanca", "Asia/Kathmandu")) {
            Instant now = Instant.parse("2026-01-01T00:00:00Z");
            Instant end = Instant.parse("2027-01-01T00:00:00Z");
            int days = 0;
            while (now.isBefore(end)) {
                Instant next = next("02:30", "mon tue wed thu fri sat sun", now.toString(), zone);
                assertThat(next).isAfter(now).isBefore(now.plusSeconds(26 * 3_600));
                now = next;
                days++;
            }
            assertThat(days).as(zone).isBetween(365, 367);
        }
    }

    private static Instant next(String time, String days, String now, String zone) {
        var on = new TreeSet<DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            if (Arrays.asList(days.split(" ")).contains(word)) on.add(day);
        }
        return ClockTimes.next(LocalTime.parse(time), on, Instant.parse(now), ZoneId.of(zone));
    }
}
