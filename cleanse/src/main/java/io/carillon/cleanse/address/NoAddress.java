package io.carillon.cleanse.address;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what clearly is no address. When in doubt it is one. */
final class NoAddress {
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}");
    private static final Pattern URL = Pattern.compile("(?i)(https?://|www\\.)\\S+");
    private static final Pattern PHONE = Pattern.compile("\\+[\\d\\s()./-]{7,}");
    private static final Set<String> PLACEHOLDERS = Set.of(
            "null",
            "none",
            "n/a",
            "na",
            "nil",
            "unknown",
            "undefined",
            "nan",
            "test",
            "asdf",
            "qwerty",
            "xxx",
            "tbd",
            "address",
            "not available",
            "no address",
            "same as above",
            "unbekannt",
            "keine",
            "inconnu",
            "onbekend",
            "false",
            "true");

    private NoAddress() {}

    /** Why a text is no address: what was found and what was expected. */
    static Optional<String> objection(String input) {
        String text = input.strip();
        if (text.isEmpty()) return Optional.of("empty; expected a postal address");
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters == 0 && text.codePoints().noneMatch(Character::isDigit))
            return Optional.of("no letter and no digit; expected a postal address");
        if (letters == 0) return Optional.of("no letter; expected a postal address");
        if (EMAIL.matcher(text).matches()) return Optional.of("an e-mail address; expected a postal address");
        if (URL.matcher(text).matches()) return Optional.of("a web address; expected a postal address");
        if (PHONE.matcher(text).matches()) return Optional.of("a phone number; expected a postal address");
        String key = Words.key(text);
        if (PLACEHOLDERS.contains(key)) return Optional.of("a placeholder; expected a postal address");
        boolean same = key.codePoints().distinct().count() == 1 && key.length() > 2;
        return same ? Optional.of("one character again and again; expected a postal address") : Optional.empty();
    }
}
