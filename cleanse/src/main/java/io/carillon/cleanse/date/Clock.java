package io.carillon.cleanse.date;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day, taken out of the text in which it stood.
 *
 * @param rest the text without it
 * @param time empty when there is no such time
 * @param endsDay whether it was 24:00, which is 00:00 of the next day
 * @param zone what stood behind it
 */
record Clock(String rest, Optional<LocalTime> time, Precision precision, boolean endsDay, Optional<String> zone) {
    private static final String HALF = "(?<half>[ap]\\.?\\s?m\\b\\.?|上午|下午|午前|午後|오전|오후)?";
    private static final String ZONE = "(?:\\s*(?<zone>Z\\b|(?:UTC|GMT)\\s?[+\\-\u2212]\\d{1,2}(?::?\\d{2})?"
            + "|[+\\-\u2212]\\d{2}(?::?\\d{2}){0,2}(?!\\d)|[A-Z][A-Za-z_]+/[A-Za-z_/]+|(?!AM\\b|PM\\b|AD\\b|T\\b)[A-Z]{2,4}(?![A-Za-z])))?"
            + "\\s*(?:\\[(?<region>[A-Za-z_/+\\-0-9]+)])?";

    /** In the order in which they are tried: the more is said, the earlier. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?:(?<=\\d)[Tt:,]\\s*|(?<![\\d.]))(?<hour>\\d{1,2}):(?<minute>\\d{2})"
                    + "(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?(?!\\d)\\s*(?i:" + HALF + ")" + ZONE),
            Pattern.compile("(?<=\\d)[Tt](?<hour>\\d{2})(?:(?<minute>\\d{2})(?:(?<second>\\d{2})"
                    + "(?:[.,](?<fraction>\\d{1,9}))?)?)?(?!\\d)(?<half>(?!.))?" + ZONE),
            Pattern.compile("(?<half>上午|下午|午前|午後|오전|오후)?\\s*(?<hour>\\d{1,2})\\s*[時时시点點]"
                    + "\\s*(?:(?<minute>\\d{1,2})\\s*[分분]\\s*(?:(?<second>\\d{1,2})\\s*[秒초])?)?"
                    + "(?<fraction>(?!.))?" + ZONE),
            Pattern.compile("(?i)\\b(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?\\s*uhr(?<second>(?!.))?"
                    + "(?<fraction>(?!.))?(?<half>(?!.))?(?-i)" + ZONE),
            Pattern.compile("(?i)\\bkl(?:o|\\.)?\\s*(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?(?<second>(?!.))?"
                    + "(?<fraction>(?!.))?(?<half>(?!.))?(?-i)" + ZONE),
            Pattern.compile("(?i)\\b(?<hour>\\d{1,2})\\s*h(?:\\s*(?<minute>\\d{2})(?:\\s*mn|\\s*min)?)?\\b"
                    + "(?<second>(?!.))?(?<fraction>(?!.))?(?<half>(?!.))?(?-i)" + ZONE),
            Pattern.compile("(?i)\\b(?<hour>\\d{1,2})\\s*(?<half>[ap]\\.?\\s?m\\b\\.?)(?<minute>(?!.))?"
                    + "(?<second>(?!.))?(?<fraction>(?!.))?(?-i)" + ZONE));

    /** Empty when no time is said. */
    static Optional<Clock> in(String text) {
        for (Pattern form : FORMS) {
            Matcher found = form.matcher(text);
            if (found.find()) return Optional.of(of(text, found));
        }
        return Optional.empty();
    }

    private static Clock of(String text, Matcher found) {
        String rest = (text.substring(0, found.start()) + " " + text.substring(found.end())).strip();
        Optional<String> zone = group(found, "zone").or(() -> group(found, "region"));
        Optional<String> fraction = group(found, "fraction");
        Precision precision = group(found, "second").isPresent()
                ? Precision.ofFraction(fraction.map(String::length).orElse(0))
                : group(found, "minute").isPresent() ? Precision.MINUTE : Precision.HOUR;
        int said = number(found, "hour");
        Optional<Integer> hour =
                group(found, "half").map(half -> hour(said, half)).orElse(Optional.of(said));
        int minute = number(found, "minute");
        int second = number(found, "second");
        int nano = fraction.map(digits -> Integer.parseInt((digits + "00000000").substring(0, 9)))
                .orElse(0);
        boolean endsDay = said == 24 && minute == 0 && second == 0 && nano == 0;
        return new Clock(
                rest,
                endsDay ? Optional.of(LocalTime.MIDNIGHT) : time(hour, minute, second, nano),
                precision,
                endsDay,
                zone);
    }

    /** A leap second is the last second before it: no calendar here has a place for it. */
    private static Optional<LocalTime> time(Optional<Integer> hour, int minute, int second, int nano) {
        int whole = second == 60 && minute == 59 ? 59 : second;
        boolean some = hour.filter(number -> number <= 23).isPresent() && minute <= 59 && whole <= 59;
        return some ? hour.map(number -> LocalTime.of(number, minute, whole, nano)) : Optional.empty();
    }

    /** On a clock of twelve hours; one that already counts to 24 keeps its hour. */
    private static Optional<Integer> hour(int said, String half) {
        String letter = half.toLowerCase(Locale.ROOT);
        boolean after = letter.startsWith("p") || letter.equals("下午") || letter.equals("午後") || letter.equals("오후");
        if (said > 12) return after && said < 24 ? Optional.of(said) : Optional.empty();
        return Optional.of(said % 12 + (after ? 12 : 0));
    }

    private static Optional<String> group(Matcher found, String name) {
        return Optional.ofNullable(found.group(name)).filter(text -> !text.isEmpty());
    }

    private static int number(Matcher found, String name) {
        return group(found, name).map(Integer::parseInt).orElse(0);
    }
}
