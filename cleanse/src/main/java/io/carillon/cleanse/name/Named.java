package io.carillon.cleanse.name;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was read as a value, with a full name that reads the same again. */
final class Named {
    private static final List<Part> ALWAYS =
            List.of(Part.TITLE, Part.FIRST, Part.MIDDLE, Part.LAST, Part.SUFFIX, Part.NICKNAME);

    private static final Pattern EDGES = Pattern.compile("^[(\\[\"“„«']+|[)\\]\"”»',]+$");

    private Named() {}

    static Value.Fields of(Reading reading, String text) {
        if (reading.person().isEmpty()) return company(text);
        PersonName person = reading.person().get();
        Value.Fields value = person(person, full(reading, person, text));
        if (reading.partner().isEmpty()) return value;
        return value.with("couple", Value.of(true))
                .with("second", new Value.Fields(parts(reading.partner().get())));
    }

    static Value.Fields company(String text) {
        return unread(text).with("company", Value.of(true));
    }

    static Value.Fields unread(String text) {
        return person(PersonName.NONE, text);
    }

    static Value.Fields person(PersonName name, String full) {
        var fields = parts(name);
        fields.put("full", Value.of(full));
        name.part(Part.MAIDEN).ifPresent(maiden -> fields.put(Part.MAIDEN.word(), Value.of(maiden)));
        return new Value.Fields(fields);
    }

    private static Map<String, Value> parts(PersonName name) {
        var fields = new LinkedHashMap<String, Value>();
        for (Part part : ALWAYS)
            fields.put(part.word(), name.part(part).<Value>map(Value::of).orElse(Value.Nothing.NOTHING));
        return fields;
    }

    /** The first form that reads the same; the text as it came always does. */
    private static String full(Reading reading, PersonName name, String text) {
        String recased = recased(reading, text);
        List<String> forms =
                reading.partner().isPresent() ? List.of(recased) : List.of(natural(name), familyFirst(name), recased);
        if (forms.getFirst().equals(text)) return text;
        return forms.stream().filter(form -> readsAs(form, reading)).findFirst().orElse(text);
    }

    private static boolean readsAs(String form, Reading reading) {
        if (form.isBlank() || !Tidy.text(form, new ArrayList<>()).equals(form)) return false;
        Reading again = Reading.of(form);
        return again.person().equals(reading.person()) && again.partner().equals(reading.partner());
    }

    private static String natural(PersonName name) {
        String suffix = name.text(Part.SUFFIX);
        return Stream.of(
                        name.text(Part.TITLE),
                        name.text(Part.FIRST),
                        name.text(Part.MIDDLE),
                        name.text(Part.LAST) + (suffix.isEmpty() || Lexicon.isGeneration(suffix) ? "" : ","),
                        suffix,
                        beside(name))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String familyFirst(PersonName name) {
        String given = Stream.of(name.text(Part.TITLE), name.text(Part.FIRST), name.text(Part.MIDDLE))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(name.text(Part.LAST), given, name.text(Part.SUFFIX))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + (beside(name).isEmpty() ? "" : " " + beside(name));
    }

    private static String beside(PersonName name) {
        return Stream.of(
                        name.part(Part.MAIDEN)
                                .map(maiden -> "(née " + maiden + ")")
                                .orElse(""),
                        name.part(Part.NICKNAME)
                                .map(nickname -> "(" + nickname + ")")
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The text in its own order, with the words as the parts have them. */
    private static String recased(Reading reading, String text) {
        var words = new LinkedHashMap<String, String>();
        Stream.concat(reading.person().stream(), reading.partner().stream())
                .flatMap(name -> name.parts().values().stream())
                .flatMap(part -> Words.split(part).stream())
                .forEach(word -> words.putIfAbsent(bare(word).toLowerCase(Locale.ROOT), bare(word)));
        return Words.split(text).stream()
                .map(word ->
                        word.replace(bare(word), words.getOrDefault(bare(word).toLowerCase(Locale.ROOT), bare(word))))
                .collect(Collectors.joining(" "));
    }

    private static String bare(String word) {
        return EDGES.matcher(word).replaceAll("");
    }
}
