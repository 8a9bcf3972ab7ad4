package io.carillon.core.audit.judge;

import io.carillon.core.audit.EventStats;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How many came by the hour: on each day up to yesterday, and today. */
final class Counts {
    private static final int HOURS = EventStats.HOURS;
    /** The largest tenth of days is left out where an average is taken: what was imported once is not expected again. */
    private static final int TENTH = 10;

    private static final int HOUR_MAX = 15;

    private final List<double[]> past;
    private final double[] today;
    private final Evidence evidence;

    Counts(List<double[]> past, double[] today, Evidence evidence) {
        this.past = past;
        this.today = today;
        this.evidence = evidence;
    }

    static Counts of(Evidence evidence, String name) {
        List<double[]> past = evidence.past().stream()
                .map(day -> day.event(name).map(Counts::hours).orElseGet(() -> new double[HOURS]))
                .toList();
        return new Counts(
                past, evidence.today().event(name).map(Counts::hours).orElseGet(() -> new double[HOURS]), evidence);
    }

    private static double[] hours(EventStats stats) {
        var hours = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) hours[hour] = stats.hour(hour);
        return hours;
    }

    /** Of each day of the past, what came up to this time of day. */
    double[] upToNow() {
        return past.stream().mapToDouble(this::upToNow).toArray();
    }

    /** The same up to the end of the hour under way: what comes by batches may come at its beginning. */
    double[] upToTheHour() {
        int end = Math.min(HOURS, (int) (evidence.partOfDay() * HOURS) + 1);
        return past.stream()
                .mapToDouble(hours -> Arrays.stream(hours, 0, end).sum())
                .toArray();
    }

    double todayUpToNow() {
        return sum(today);
    }

    double[] wholeDays() {
        return past.stream().mapToDouble(Counts::sum).toArray();
    }

    private static double sum(double[] hours) {
        return Arrays.stream(hours).sum();
    }

    private double upToNow(double[] hours) {
        double at = evidence.partOfDay() * HOURS;
        int whole = (int) at;
        double sum = 0;
        for (int hour = 0; hour < whole; hour++) sum += hours[hour];
        return whole < HOURS ? sum + hours[whole] * (at - whole) : sum;
    }

    /**
     * Since something came last.
     *
     * @param expected how many should have come in that time
     * @param sure the same, where no hour counts for more than {@value #HOUR_MAX}: a batch that is late is no silence
     */
    record Gap(Duration length, double expected, double sure) {}

    /** In whole hours: the one in which something came counts as if it came at its end. */
    Gap gap() {
        double at = evidence.partOfDay() * HOURS;
        int hour = (int) at;
        double average = average();
        double[] shares = shares();
        double[] weekdays = weekdays();
        double expected = 0;
        double sure = 0;
        double hours = 0;
        for (int day = past.size(); day >= 0; day--) {
            double[] counts = day == past.size() ? today : past.get(day);
            for (int back = day == past.size() ? hour : HOURS - 1; back >= 0; back--) {
                if (counts[back] > 0) return new Gap(Duration.ofMinutes(Math.round(hours * 60)), expected, sure);
                double part = day == past.size() && back == hour ? at - hour : 1;
                double usual = shares[back] * average * weekdays[day % 7];
                expected += part * usual;
                sure += part * Math.min(HOUR_MAX, usual);
                hours += part;
            }
        }
        return new Gap(Duration.ZERO, 0, 0); // it never came
    }

    /** Of a day, without the silence at the end and without the largest. */
    private double average() {
        double[] days = wholeDays();
        int end = days.length;
        while (end > 0 && days[end - 1] == 0) end--;
        double[] sorted = Arrays.copyOf(days, end);
        Arrays.sort(sorted);
        int kept = end - (end + TENTH - 1) / TENTH;
        return kept <= 0 ? 0 : Arrays.stream(sorted, 0, kept).average().orElse(0);
    }

    /** Which part of a day's events each hour has. */
    private double[] shares() {
        var shares = new double[HOURS];
        for (double[] day : past) {
            double sum = Math.max(1, sum(day));
            for (int hour = 0; hour < HOURS; hour++) shares[hour] += day[hour] / sum;
        }
        double all = Math.max(1, sum(shares));
        for (int hour = 0; hour < HOURS; hour++) shares[hour] /= all;
        return shares;
    }

    /** What each weekday has of an average day, from the second week on. */
    private double[] weekdays() {
        var weekdays = new double[7];
        Arrays.fill(weekdays, 1);
        double[] days = wholeDays();
        double mean = Arrays.stream(days).average().orElse(0);
        if (days.length < 14 || mean == 0) return weekdays;
        for (int weekday = 0; weekday < 7; weekday++) {
            double[] same = new double[(days.length - weekday + 6) / 7];
            for (int i = 0; i < same.length; i++) same[i] = days[weekday + i * 7] / mean;
            weekdays[weekday] = Math.min(2, Series.median(same));
        }
        return weekdays;
    }
}
