package io.carillon.cleanse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field holds. */
public enum Kind {
    NAME,
    EMAIL,
    PHONE,
    COUNTRY,
    REGION,
    LANGUAGE,
    CURRENCY,
    MONEY,
    DATE,
    ADDRESS,
    GENDER,
    BOOLEAN,
    URL,
    NUMBER,
    TIMEZONE;

    /** As definitions and the command line say it: {@code timezone}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
