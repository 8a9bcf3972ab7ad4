package io.carillon.cleanse.name;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a name field. The value has {@code title}, {@code first}, {@code middle}, {@code last}, {@code suffix},
 * {@code nickname} and {@code full}, null where there is none; and, only where it is so, {@code maiden},
 * {@code company: true} (then the name stands in {@code full}), {@code couple: true} with {@code second} (the other
 * person's parts), and {@code careOf}.
 *
 * <p>Cleansing {@code full} again gives the same parts.
 */
public final class NameCleanser implements Cleanser {
    private static final Pattern CARE_OF = Pattern.compile("(?i)(?:^|[\\s,])c/o\\b[\\s:]*");

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX)
            return Cleansed.invalid(
                    input, "name has " + input.length() + " characters; expected at most " + Cleansed.INPUT_LENGTH_MAX);
        var changes = new ArrayList<String>();
        String text = Tidy.text(input, changes);
        Optional<String> junk = Junk.reason(text);
        if (junk.isPresent()) return Cleansed.invalid(input, junk.get());
        Matcher careOf = CARE_OF.matcher(text);
        Value.Fields value = careOf.find() ? inCareOf(text, careOf, changes) : name(text, changes);
        return Cleansed.valid(input, value, changes);
    }

    private static Value.Fields inCareOf(String text, Matcher careOf, List<String> changes) {
        String other = text.substring(careOf.end()).strip();
        String own = text.substring(0, careOf.start()).strip();
        changes.add("care of taken out");
        if (own.codePoints().noneMatch(Character::isLetterOrDigit) || other.isEmpty())
            return Named.unread(text).with("careOf", Value.of(other));
        Value.Fields name = name(own, changes);
        String full = name.text("full").orElse(own) + " c/o " + other;
        return name.with("full", Value.of(full)).with("careOf", Value.of(other));
    }

    private static Value.Fields name(String text, List<String> changes) {
        if (Scripts.isForeign(text)) {
            if (CompanyJudge.hasForeignMark(text)) return Named.company(text);
            return Named.person(Scripts.parts(text), text);
        }
        Reading reading = Reading.of(text);
        changes.addAll(reading.changes());
        return Named.of(reading, text);
    }
}
