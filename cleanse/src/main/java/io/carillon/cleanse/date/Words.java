package io.carillon.cleanse.date;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of months and days in the languages that shops meet most, as the Unicode locale data have them. */
final class Words {
    /** Croatian is missing: its listopad is October, that of Czech and Polish November. */
    private static final List<Locale> LANGUAGES = List.of(
                    "en de fr es it pt nl pl cs sk sl sv da nb fi et lv lt hu ro bg ru uk el tr id ms vi ca eu ga th he ar fa hi"
                            .split(" ", -1))
            .stream()
            .map(Locale::of)
            .toList();

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** What stands in dates and means nothing: particles, endings of ordinals, the word year. */
    private static final Set<String> FILLERS = Set.copyOf(List.of(
            ("of the st nd rd th de del den der le la el em am vom um om a al d er re ère ro e o º ª г года р року r roku"
                            + " m év i v dne ngày năm tháng at on kl klo uhr h год рік")
                    .split(" ", -1)));

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> DAYS = days();

    private Words() {}

    /** 1 to 12. */
    static Optional<Integer> month(String word) {
        return Optional.ofNullable(MONTHS.get(key(word)));
    }

    /** Such as the French mar., which is Tuesday or March. */
    static boolean isDay(String word) {
        return DAYS.contains(key(word));
    }

    static boolean isMeaningless(String word) {
        String key = key(word);
        return key.isEmpty() || FILLERS.contains(key) || (DAYS.contains(key) && !MONTHS.containsKey(key));
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        var doubtful = new HashSet<String>();
        for (Locale language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    String key = key(month.getDisplayName(style, language));
                    if (key.isEmpty() || key.chars().anyMatch(Character::isDigit)) continue;
                    Integer other = months.putIfAbsent(key, month.getValue());
                    if (other != null && other != month.getValue()) doubtful.add(key);
                }
            }
        }
        months.keySet().removeAll(doubtful);
        months.put("sept", 9);
        months.put("mrz", 3);
        months.put("janner", 1);
        months.put("feber", 2);
        return months;
    }

    private static Set<String> days() {
        var days = new HashSet<String>();
        for (Locale language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (DayOfWeek day : DayOfWeek.values()) {
                    String name = day.getDisplayName(style, language);
                    for (String part : name.split("[\\s-]+", -1)) days.add(key(part));
                    days.add(key(name));
                }
            }
        }
        days.addAll(List.of("tues", "wednes", "thur", "thurs"));
        return days;
    }

    /** Without case, full stops and accents: few people type them, and no two months differ by them alone. */
    private static String key(String word) {
        String open = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var key = new StringBuilder();
        open.codePoints()
                .filter(c -> Character.isLetterOrDigit(c)
                        || (c >= 0x900 && Character.getType(c) != Character.SPACE_SEPARATOR))
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
