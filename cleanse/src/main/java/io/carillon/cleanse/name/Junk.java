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

    private static final int FILLER_LENGTH_MAX = 40;
    private static final Pattern SEPARATORS = Pattern.compile("[.\\s_-]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}\\p{N}]+$");

    private Junk() {}

    /** Why a tidied text cannot be a name; none when it can. */
    static Optional<String> reason(String text) {
        if (text.isEmpty()) return Optional.of("name is empty; expected a name");
        if (hasMarkupMark(text) && MARKUP.matcher(text).find())
            return found("markup or a template's placeholder", text);
        if (text.indexOf('@') >= 0 && EMAIL.matcher(text).find()) return found("an e-mail address", text);
        if (text.indexOf('.') >= 0 && ADDRESS.matcher(text).find()) return found("a web address", text);
        if (text.codePoints().noneMatch(Character::isLetter))
            return found(text.codePoints().anyMatch(Character::isDigit) ? "only digits" : "no letter", text);
        if (SAME.matcher(text).matches() || isFiller(text)) return found("a filler", text);
        return Optional.empty();
    }

    private static boolean isFiller(String text) {
        return text.length() <= FILLER_LENGTH_MAX
                && (WORDS.contains(joined(text)) || WORDS.contains(joined(text.replace(".", ""))));
    }

    private static boolean hasMarkupMark(String text) {
        return text.chars().anyMatch(c -> c == '<' || c == '{' || c == '%' || c == '|');
    }

    private static Optional<String> found(String what, String text) {
        return Optional.of("name \"" + text + "\" is " + what + "; expected a person or an organisation");
    }

    private static String joined(String text) {
        String lower = SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        String bare = EDGES.matcher(lower).replaceAll("");
        return Words.key(bare);
    }
}
