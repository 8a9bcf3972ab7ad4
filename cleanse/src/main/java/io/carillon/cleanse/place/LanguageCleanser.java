package io.carillon.cleanse.place;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Folding;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language as a canonical BCP 47 tag: from a tag, a locale as operating systems write it, a code of ISO 639, a name in
 * the main languages, or the first of an {@code Accept-Language}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646">RFC 5646</a>
 */
public final class LanguageCleanser implements Cleanser {
    private static final Languages LANGUAGES = new Languages();
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(?:[-_ ]+[A-Za-z0-9]{1,8})*");
    private static final Pattern LISTED =
            Pattern.compile("([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)\\s*(?:;\\s*q=[0-9.]+)?\\s*(?:,.*)?");
    private static final Pattern OF_SYSTEM =
            Pattern.compile("([A-Za-z]{2,3}(?:_[A-Za-z]{2})?)(?:\\.[A-Za-z0-9-]+)?(?:@[A-Za-z0-9=]+)?");
    private static final Pattern WITH_REGION = Pattern.compile("(.+?)\\s*(?:\\(|[-–—/,]\\s)\\s*([^()]+?)\\)?");

    /** The tag alone; empty when it is not known. */
    public static Optional<String> tag(String input) {
        return new LanguageCleanser().cleanse(input, Hints.NONE).value() instanceof Value.Text(var tag)
                ? Optional.of(tag)
                : Optional.empty();
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a language");
        String text = input.strip();
        if (text.isEmpty()) return Cleansed.invalid(input, "empty; expected a language such as de or en-US");
        Optional<String> tag =
                TAG.matcher(text).matches() && !text.contains(" ") ? LANGUAGES.ofTag(text) : Optional.empty();
        if (tag.isPresent()) {
            return Cleansed.valid(
                    input, Value.of(tag.get()), tag.get().equals(input) ? List.of() : List.of("canonical tag"));
        }
        Matcher system = OF_SYSTEM.matcher(text);
        if (system.matches()) tag = LANGUAGES.ofTag(system.group(1));
        if (tag.isPresent()) return Cleansed.valid(input, Value.of(tag.get()), List.of("language of a locale"));
        Matcher listed = LISTED.matcher(text);
        if (listed.matches()) tag = LANGUAGES.ofTag(listed.group(1));
        if (tag.isPresent()) return Cleansed.valid(input, Value.of(tag.get()), List.of("first of the list"));
        return named(input, text);
    }

    private static Cleansed named(String input, String text) {
        Set<String> named = LANGUAGES.named(Folding.fold(text));
        if (named.size() == 1)
            return Cleansed.valid(input, Value.of(named.iterator().next()), List.of("code of the name"));
        if (named.size() > 1) return several(input, text, named);
        Matcher withRegion = WITH_REGION.matcher(text);
        if (withRegion.matches()) {
            Optional<String> tag = withRegion(withRegion.group(1), withRegion.group(2));
            if (tag.isPresent()) return Cleansed.valid(input, Value.of(tag.get()), List.of("codes of the names"));
        }
        Set<String> nearly = LANGUAGES.nearly(Folding.fold(text));
        if (nearly.size() == 1)
            return Cleansed.valid(input, Value.of(nearly.iterator().next()), List.of("typo in the name"));
        if (nearly.size() > 1) return several(input, text, nearly);
        return Cleansed.invalid(input, "no known language; expected a tag of BCP 47 such as en-US, or a name");
    }

    private static Optional<String> withRegion(String name, String region) {
        var languages = new ArrayList<>(LANGUAGES.named(Folding.fold(name)));
        if (languages.isEmpty()) LANGUAGES.ofTag(name.strip()).ifPresent(languages::add);
        if (languages.size() != 1) return Optional.empty();
        return CountryCleanser.code(region).flatMap(country -> LANGUAGES.ofTag(languages.getFirst() + "-" + country));
    }

    private static Cleansed several(String input, String text, Set<String> tags) {
        return Cleansed.invalid(input, "\"" + text + "\" could be any of " + String.join(", ", tags));
    }
}
