package io.carillon.cleanse.word;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages whose names of countries, languages and currencies are known, from the JDK's own tables (CLDR). */
public final class Tongues {
    public static final List<Locale> ALL = Stream.of(
                    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sk", "sv", "da", "nb", "fi", "hu", "ro",
                    "tr", "ru", "uk", "el", "zh", "zh-Hant", "ja", "ko", "ar", "he", "hi", "th", "vi", "id", "bg", "hr",
                    "sr", "sl", "lt", "lv", "et", "ca", "ms", "fa", "is")
            .map(Locale::forLanguageTag)
            .toList();

    private Tongues() {}
}
