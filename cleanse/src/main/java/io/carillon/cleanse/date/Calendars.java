package io.carillon.cleanse.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates that say by themselves of which calendar they are: East Asian ones, Japanese eras, the Republic of China's. */
final class Calendars {
    private static final Pattern CJK =
            Pattern.compile("(?:(?<era>明治|大正|昭和|平成|令和|民國|民国|中華民國)\\s*)?(?<year>元|\\d{1,4})\\s*[年년]\\s*"
                    + "(?:(?<month>\\d{1,2})\\s*[月월]\\s*(?:(?<day>\\d{1,2})\\s*[日号號일]?)?)?"
                    + "\\s*[(（]?(?:(?:星期|周|週)?[一二三四五六日天月火水木金土월화수목금토일](?:曜日|曜|요일)?)?[)）]?");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日号號일]");
    private static final Pattern LETTER =
            Pattern.compile("(?<era>[MTSHR])\\.?(?<year>\\d{1,2})[./-](?<month>\\d{1,2})[./-](?<day>\\d{1,2})");
    private static final List<String> LETTERS = List.of("M", "T", "S", "H", "R");
    private static final List<String> ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
    private static final List<JapaneseEra> JAPANESE =
            List.of(JapaneseEra.MEIJI, JapaneseEra.TAISHO, JapaneseEra.SHOWA, JapaneseEra.HEISEI, JapaneseEra.REIWA);

    /** Years of the Republic of China began with 1912. */
    private static final int MINGUO = 1911;

    /** The Buddha's years are so many ahead of ours in Thailand. */
    static final int BUDDHIST = 543;

    private Calendars() {}

    /** Whether a text is written so at all, possible or not. */
    static boolean covers(String text) {
        return CJK.matcher(text).matches()
                || LETTER.matcher(text).matches()
                || MONTH_AND_DAY.matcher(text).matches();
    }

    static Optional<Day> read(String text) {
        Matcher birthday = MONTH_AND_DAY.matcher(text);
        if (birthday.matches()) return Day.ofBirthday(number(birthday.group(1)), number(birthday.group(2)));
        Matcher letter = LETTER.matcher(text);
        if (letter.matches()) return japanese(LETTERS.indexOf(letter.group("era")), letter);
        Matcher cjk = CJK.matcher(text);
        if (!cjk.matches()) return Optional.empty();
        String era = cjk.group("era");
        if (era != null && ERAS.contains(era)) return japanese(ERAS.indexOf(era), cjk);
        int year = number(cjk.group("year"));
        if (era != null) return parts(year + MINGUO, cjk).map(day -> day.with("year of the Republic of China"));
        return parts(year < 100 ? Day.century(year) : year, cjk)
                .map(day -> year < 100 ? day.with("two-digit year read as " + Day.century(year)) : day);
    }

    private static Optional<Day> japanese(int era, Matcher parts) {
        int year = number(parts.group("year"));
        try {
            int ours = JapaneseChronology.INSTANCE.prolepticYear(JAPANESE.get(era), year);
            // An era begins and ends within a year: of its first year not every day is one of it.
            if (parts.group("month") != null && parts.group("day") != null) {
                LocalDate date = LocalDate.from(JapaneseChronology.INSTANCE.date(
                        JAPANESE.get(era), year, number(parts.group("month")), number(parts.group("day"))));
                return Day.of(date).map(day -> day.with("year of a Japanese era"));
            }
            return parts(ours, parts).map(day -> day.with("year of a Japanese era"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Day> parts(int year, Matcher parts) {
        if (parts.group("month") == null) return Day.ofYear(year);
        int month = number(parts.group("month"));
        return parts.group("day") == null ? Day.ofMonth(year, month) : Day.of(year, month, number(parts.group("day")));
    }

    private static int number(String digits) {
        return digits.equals("元") ? 1 : Integer.parseInt(digits);
    }

    /**
     * A day of the Iranian calendar, in the years 1244 to 1472, in which every cycle of 33 years has 8 leap years.
     *
     * @param month 1 to 12, from Farvardin
     */
    static Optional<Day> iranian(int year, int month, int day) {
        if (year < 1244 || year > 1472 || month < 1 || month > 12 || day < 1) return Optional.empty();
        int length = month <= 6 ? 31 : month < 12 || isIranianLeap(year) ? 30 : 29;
        if (day > length) return Optional.empty();
        long days = 0;
        for (int some = 1403; some < year; some++) days += isIranianLeap(some) ? 366 : 365;
        for (int some = year; some < 1403; some++) days -= isIranianLeap(some) ? 366 : 365;
        days += (month - 1) * 30L + Math.min(month - 1, 6) + day - 1;
        return Day.of(LocalDate.of(2024, 3, 20).plusDays(days)).map(some -> some.with("Iranian calendar"));
    }

    private static boolean isIranianLeap(int year) {
        return List.of(1, 5, 9, 13, 17, 22, 26, 30).contains(year % 33);
    }
}
