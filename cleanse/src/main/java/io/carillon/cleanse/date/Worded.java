package io.carillon.cleanse.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with a word for the month, in any of the languages of {@link Words}; and such words around numbers. */
final class Worded {
    private static final Pattern TOKEN = Pattern.compile("\\d+|[\\p{L}\\p{M}\u200C\u00BA\u00AA]+");
    private static final List<String> IRANIAN = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");
    private static final int TOKENS_MAX = 16;

    private Worded() {}

    /** A text without the words that mean nothing; as it was, where they stand alone between numbers. */
    static String withoutFillers(String text) {
        var kept = new StringBuilder();
        Matcher word = Pattern.compile("[\\p{L}\\p{M}\u00BA\u00AA]+[.,]*").matcher(text);
        while (word.find()) {
            boolean drops = Words.isMeaningless(word.group()) && !word.group().startsWith("W");
            word.appendReplacement(kept, drops ? " " : Matcher.quoteReplacement(word.group()));
        }
        return word.appendTail(kept).toString().strip();
    }

    static List<Reading> read(String text) {
        var numbers = new ArrayList<String>();
        Optional<Integer> month = Optional.empty();
        boolean doubtful = false;
        boolean iranian = false;
        Matcher token = TOKEN.matcher(text);
        for (int count = 0; token.find(); count++) {
            String word = token.group();
            if (count >= TOKENS_MAX) return List.of();
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word);
                continue;
            }
            Optional<Integer> named = Words.month(word);
            int other = IRANIAN.indexOf(word);
            if (other >= 0) {
                named = Optional.of(other + 1);
                iranian = true;
            }
            if (named.isPresent() && (month.isEmpty() || doubtful)) {
                month = named;
                doubtful = Words.isDay(word);
            } else if (!Words.isMeaningless(word) && !(named.isPresent() && Words.isDay(word))) {
                return List.of();
            }
        }
        if (month.isEmpty() || numbers.stream().anyMatch(number -> number.length() > 4)) return List.of();
        return iranian ? iranian(month.get(), numbers) : readings(month.get(), numbers);
    }

    private static List<Reading> iranian(int month, List<String> numbers) {
        if (numbers.size() != 2) return List.of();
        int a = Integer.parseInt(numbers.getFirst());
        int b = Integer.parseInt(numbers.getLast());
        return Calendars.iranian(Math.max(a, b), month, Math.min(a, b)).map(Reading::of).stream()
                .toList();
    }

    private static List<Reading> readings(int month, List<String> numbers) {
        if (numbers.size() == 1) return lone(month, numbers.getFirst());
        if (numbers.size() != 2) return List.of();
        String first = numbers.getFirst();
        String last = numbers.getLast();
        boolean yearFirst = first.length() >= 3 || (last.length() <= 2 && Integer.parseInt(first) > 31);
        String year = yearFirst ? first : last;
        String day = yearFirst ? last : first;
        if (year.length() == 1 || day.length() > 2) return List.of();
        return dated(year, month, Integer.parseInt(day)).map(Reading::of).stream()
                .toList();
    }

    private static Optional<Day> dated(String year, int month, int day) {
        int number = Integer.parseInt(year);
        if (year.length() > 2) return Day.of(number, month, day);
        int whole = Day.century(number);
        return Day.of(whole, month, day).map(some -> some.with("two-digit year read as " + whole));
    }

    /** {@code May 2024}; {@code May 24} is a day or a year. */
    private static List<Reading> lone(int month, String text) {
        int number = Integer.parseInt(text);
        if (text.length() > 2)
            return Day.ofMonth(number, month).map(Reading::of).stream().toList();
        var readings = new ArrayList<Reading>();
        Day.ofBirthday(month, number).ifPresent(day -> readings.add(Reading.of(day)));
        int year = Day.century(number);
        if (text.length() == 2) {
            Day.ofMonth(year, month)
                    .map(some -> some.with("two-digit year read as " + year))
                    .ifPresent(some -> readings.add(Reading.of(some)));
        }
        return readings;
    }
}
