package io.carillon.core.content.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private static final RenderSettings BERLIN =
            RenderSettings.text(Instant.parse("2026-03-02T09:05:07.123456789Z"), ZoneId.of("Europe/Berlin"));

    private static String render(String template) {
        return Fixtures.text(Template.parse(template).render(Fixtures.fields("{'n': 1767225600}"), BERLIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%d %H:%M:%S|2026-03-02 10:05:07",
                "%F %T %z %:z %Z|2026-03-02 10:05:07 +0100 +01:00 CET",
                "%A %a %^a %B %b %^B|Monday Mon MON March Mar MARCH",
                "%e %-d %_m %-m %3d %j|2 2  3 3 002 061",
                "%I %l %k %p %P %#p|10 10 10 AM am am",
                "%L %N %3N %6N %s|123 123456789 123 123456 1772442307",
                "%u %w %U %W %V %G %g|1 1 09 09 10 2026 26",
                "%D %x %X %R %r %v|03/02/26 03/02/26 10:05:07 10:05 10:05:07 AM  2-MAR-2026",
                "%c|Mon Mar  2 10:05:07 2026",
                "%10Y %-H%% %Q %|0000002026 10% %Q %",
                "%y %C %h %+|26 20 Mar Mon Mar  2 10:05:07 CET 2026"
            })
    void formatsAsRubyDoes(String format, String expected) {
        assertThat(render("{{ 'now' | date: '" + format + "' }}").strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-03-14|2016-03-14 00:00:00 +0100",
                "2016-03-14T15:09:26Z|2016-03-14 15:09:26 +0000",
                "2016-03-14T15:09:26.535-05:00|2016-03-14 15:09:26 -0500",
                "2016-07-14 15:09|2016-07-14 15:09:00 +0200",
                "20160314T150926Z|2016-03-14 15:09:26 +0000",
                "2016/3/14|2016-03-14 00:00:00 +0100",
                "14.3.2016|2016-03-14 00:00:00 +0100",
                "14/03/2016|2016-03-14 00:00:00 +0100",
                "March 14, 2016|2016-03-14 00:00:00 +0100",
                "14 Mar 2016 3:09 pm|2016-03-14 15:09:00 +0100",
                "Mar 14th 2016|2016-03-14 00:00:00 +0100",
                "Mon, 14 Mar 2016 15:09:26 +0200|2016-03-14 15:09:26 +0200",
                "14-Mar-2016|2016-03-14 00:00:00 +0100",
                "10:30|2026-03-02 10:30:00 +0100",
                "3pm|2026-03-02 15:00:00 +0100",
                "1152098955|2006-07-05 13:29:15 +0200",
                "hello|hello",
                "2016-13-45|2016-13-45",
                "12:99|12:99",
                "may the force|may the force"
            })
    void readsDatesAsPeopleAndMachinesWriteThem(String text, String expected) {
        assertThat(render("{{ '" + text + "' | date: '%Y-%m-%d %H:%M:%S %z' }}"))
                .isEqualTo(expected);
    }

    @Test
    void aNumberIsSecondsAndAZoneCanBeNamed() {
        assertThat(render("{{ n | date: '%F %R' }}")).isEqualTo("2026-01-01 01:00");
        assertThat(render("{{ n | date: '%F %R', zone: 'America/New_York' }}")).isEqualTo("2025-12-31 19:00");
    }
}
