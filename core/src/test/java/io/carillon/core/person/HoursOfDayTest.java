package io.carillon.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoursOfDayTest {
    private static final HoursOfDay NIGHT = new HoursOfDay(LocalTime.of(21, 0), LocalTime.of(8, 0));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void beginWithTheirFirstMinuteAndAreOverAtTheirEnd() {
        assertThat(NIGHT.endAfter(berlin("2026-03-02T20:59:59.999"), BERLIN)).isEmpty();
        assertThat(NIGHT.endAfter(berlin("2026-03-02T21:00"), BERLIN)).contains(berlin("2026-03-03T08:00"));
        assertThat(NIGHT.endAfter(berlin("2026-03-03T07:59:59.999"), BERLIN)).contains(berlin("2026-03-03T08:00"));
        assertThat(NIGHT.endAfter(berlin("2026-03-03T08:00"), BERLIN)).isEmpty();
    }

    @Test
    void areAnHourShorterInTheNightInWhichTheClockIsSetForward() {
        assertThat(NIGHT.endAfter(Instant.parse("2026-03-28T20:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T06:00:00Z"));
    }

    @Test
    void areAnHourLongerInTheNightInWhichTheClockIsSetBack() {
        assertThat(NIGHT.endAfter(Instant.parse("2026-10-24T19:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T07:00:00Z"));
    }

    @Test
    void thatEndInAnHourThatDoesNotOccurEndWhereTheClockJumps() {
        var hours = new HoursOfDay(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(hours.endAfter(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void thatEndInAnHourThatOccursTwiceComeBackInIt() {
        var hours = new HoursOfDay(LocalTime.of(22, 0), LocalTime.of(2, 30));
        Instant first = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(hours.endAfter(first.minusSeconds(1), BERLIN)).contains(first);
        assertThat(hours.contain(first, BERLIN)).isFalse();
        assertThat(hours.contain(Instant.parse("2026-10-25T01:00:00Z"), BERLIN)).isTrue();
        assertThat(hours.endAfter(Instant.parse("2026-10-25T01:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void endAtTheFirstMinuteOutsideThemWhateverTheZoneDoes() {
        var zones = List.of(
                "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia");
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            LocalTime from = time(random);
            LocalTime to = time(random);
            if (from.equals(to)) continue;
            var hours = new HoursOfDay(from, to);
            Instant start = zone.getRules()
                    .nextTransition(Instant.parse("2010-06-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(600)))
                    .getInstant()
                    .plusSeconds(60L * (random.nextInt(4_000) - 2_000));

            Instant oracle = start;
            while (hours.contain(LocalTime.ofInstant(oracle, zone))) oracle = oracle.plusSeconds(60);

            assertThat(hours.endAfter(start, zone).orElse(start))
                    .as("seed %d: %s from %s in %s", seed, hours.text(), start, zone)
                    .isEqualTo(oracle);
        }
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
