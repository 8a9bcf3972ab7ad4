package io.carillon.cleanse.money;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands right behind a figure and makes it larger: {@code 1.2M}, {@code 3 Mio.}, {@code 5 lakh}.
 *
 * @param end of the word, in the text
 * @param power of ten
 */
record Scale(int end, int power) {
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("tsd", 3),
            Map.entry("тыс", 3),
            Map.entry("tys", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("millionen", 6),
            Map.entry("millones", 6),
            Map.entry("milhões", 6),
            Map.entry("mio", 6),
            Map.entry("mln", 6),
            Map.entry("mn", 6),
            Map.entry("млн", 6),
            Map.entry("billion", 9),
            Map.entry("bn", 9),
            Map.entry("mrd", 9),
            Map.entry("млрд", 9),
            Map.entry("lakh", 5),
            Map.entry("lakhs", 5),
            Map.entry("lac", 5),
            Map.entry("crore", 7),
            Map.entry("crores", 7),
            Map.entry("cr", 7),
            Map.entry("万", 4),
            Map.entry("萬", 4),
            Map.entry("만", 4),
            Map.entry("億", 8),
            Map.entry("亿", 8),
            Map.entry("억", 8));

    private static final Pattern WORD = Pattern.compile(" ?([万萬만億亿억]|\\p{L}{1,9}(?!\\p{L}))\\.?");

    /** @param isMoney whether a currency stands before the figure: only then are M and B numbers */
    static Optional<Scale> behind(String text, int figureEnd, boolean isMoney) {
        Matcher matcher = WORD.matcher(text).region(figureEnd, text.length());
        if (!matcher.lookingAt()) return Optional.empty();
        String word = matcher.group(1);
        boolean isAttached = matcher.start(1) == figureEnd;
        if (word.equals("M") || word.equals("B")) {
            if (!isMoney || !isAttached) return Optional.empty();
            return Optional.of(new Scale(matcher.end(1), word.equals("M") ? 6 : 9));
        }
        Integer power = POWERS.get(word.toLowerCase(Locale.ROOT));
        if (power == null || (word.length() == 1 && word.charAt(0) < 0x80 && !isAttached)) return Optional.empty();
        return Optional.of(new Scale(matcher.end(), power));
    }
}
