package io.carillon.cleanse.name;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand in a name field and are no name. */
final class Junk {
    private static final Set<String> WORDS = Words.keys("junk.txt");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z!][^>]{0,500}>|<script|\\{\\{.{0,200}\\}\\}|\\{%|\\$\\{|%%|\\*\\|");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern SAME = Pattern.compile("(?i)(\\p{L})\\1{3,}");

    private Junk() {}

    /** Why a tidied text cannot be a name; none when it can. */
    static Optional<String> reason(String text) {
        if (text.isEmpty()) return Optional.of("name is empty; expected a name");
        if (MARKUP.matcher(text).find()) return found("markup or a template's placeholder", text);
        if (EMAIL.matcher(text).find()) return found("an e-mail address", text);
        if (ADDRESS.matcher(text).find()) return found("a web address", text);
        if (text.codePoints().noneMatch(Character::isLetter))
            return found(text.codePoints().anyMatch(Character::isDigit) ? "only digits" : "no letter", text);
        if (WORDS.contains(joined(text)) || SAME.matcher(text).matches()) return found("a filler", text);
        return Optional.empty();
    }

    private static Optional<String> found(String what, String text) {
        return Optional.of("name \"" + text + "\" is " + what + "; expected a person or an organisation");
    }

    private static String joined(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("[.\\s_-]+", "-");
        String bare = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}\\p{N}]+$", "");
        return Words.key(bare);
    }
}
