package io.carillon.server.plan;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Of which kind the values of a field are, as the cleansers see it. */
public final class KindGuess {
    private static final int LOOKED_AT_MAX = 50;
    private static final int VALUES_MIN = 3;
    private static final double SHARE = 0.9;

    /** Kinds that few other texts pass for, each with what its values or their names have. */
    private static final Map<Kind, Pattern> TELLING = new EnumMap<>(Map.of(
            Kind.EMAIL, Pattern.compile(".+@.+"),
            Kind.URL, Pattern.compile("(?i)(https?://|www\\.).+"),
            Kind.DATE, Pattern.compile("(?=.*\\d)(?=.*[-/.]).{6,40}"),
            Kind.MONEY, Pattern.compile("(?=.*\\d)(?=.*[\\p{Sc}]).{2,30}|.*\\d.*\\b[A-Z]{3}|[A-Z]{3}\\b.*\\d.*")));

    private static final Map<String, Kind> BY_NAME = Map.of(
            "phone", Kind.PHONE,
            "mobile", Kind.PHONE,
            "country", Kind.COUNTRY,
            "language", Kind.LANGUAGE,
            "locale", Kind.LANGUAGE,
            "currency", Kind.CURRENCY,
            "timezone", Kind.TIMEZONE,
            "gender", Kind.GENDER,
            "name", Kind.NAME);

    private final Function<Kind, Cleanser> cleansers;

    public KindGuess(Function<Kind, Cleanser> cleansers) {
        this.cleansers = cleansers;
    }

    /** Empty when no kind fits nearly all. */
    Optional<String> of(String name, Collection<String> texts) {
        List<String> some = texts.stream()
                .filter(text -> !text.isBlank())
                .limit(LOOKED_AT_MAX)
                .toList();
        if (some.isEmpty()) return Optional.empty();
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (Map.Entry<String, Kind> named : new TreeMap<>(BY_NAME).entrySet()) {
            boolean isCalledSo = lower.equals(named.getKey()) || lower.endsWith(named.getKey());
            if (isCalledSo && fits(named.getValue(), some))
                return Optional.of(named.getValue().word());
        }
        if (some.size() < VALUES_MIN) return Optional.empty();
        for (Map.Entry<Kind, Pattern> telling : TELLING.entrySet()) {
            Pattern pattern = telling.getValue();
            boolean looksSo =
                    some.stream().allMatch(text -> pattern.matcher(text).matches());
            if (looksSo && fits(telling.getKey(), some))
                return Optional.of(telling.getKey().word());
        }
        return Optional.empty();
    }

    private boolean fits(Kind kind, List<String> texts) {
        Cleanser cleanser = cleansers.apply(kind);
        long valid = texts.stream()
                .filter(text -> cleanser.cleanse(text, Hints.NONE).isValid())
                .count();
        return valid >= texts.size() * SHARE;
    }
}
