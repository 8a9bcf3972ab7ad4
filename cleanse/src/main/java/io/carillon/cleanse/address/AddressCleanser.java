package io.carillon.cleanse.address;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits a postal address into its parts and writes each as its country does. The value is that of {@link
 * PostalAddress#toValue}. The country is what the end of the text says, else the hint's, else what the postal code's
 * shape says. An address of which too little is understood is valid all the same, kept as given in its lines.
 *
 * <p>What it says holds when its own lines are read again: the same parts, and no word of the input is lost.
 */
public final class AddressCleanser implements Cleanser {
    /** The change that marks an address whose parts are not known. */
    public static final String KEPT = "kept as given";

    private final CountryFinder countries;
    private final Map<String, AddressFormat> formats;

    public AddressCleanser() {
        this(new PlaceTables());
    }

    AddressCleanser(Places places) {
        countries = new CountryFinder(places);
        formats = AddressFormats.of(places);
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX)
            return Cleansed.invalid(
                    input,
                    "an address has at most " + Cleansed.INPUT_LENGTH_MAX + " characters, this has " + input.length());
        Words words = Words.of(input);
        Optional<String> objection = NoAddress.objection(input).or(() -> NoAddress.objection(joined(words.lines())));
        if (objection.isPresent()) return Cleansed.invalid(input, objection.get());
        CountryFinder.Found found = countries.find(words, hints);
        Optional<Draft> draft = found.country().flatMap(country -> settled(found.words(), country));
        if (draft.isEmpty()) return kept(input, words, found.country());
        var changes = new LinkedHashSet<String>();
        if (found.named()) changes.add("country as its code");
        changes.addAll(draft.get().changes());
        return Cleansed.valid(input, draft.get().address().toValue(), List.copyOf(changes));
    }

    /** A reading that is the same when its lines are read; a second one may be what the first one meant. */
    private Optional<Draft> settled(Words words, String country) {
        AddressFormat format = formats.get(country);
        if (format == null) return Optional.empty();
        Optional<Draft> first = format.read(words, country);
        if (first.isEmpty()) return first;
        Optional<Draft> second = again(first.get(), country, format);
        if (isSame(first, second)) return first;
        Optional<Draft> third = second.flatMap(draft -> again(draft, country, format));
        return isSame(second, third) ? second : Optional.empty();
    }

    private Optional<Draft> again(Draft draft, String country, AddressFormat format) {
        var lines = Words.of(joined(draft.address().lines()));
        if (NoAddress.objection(joined(draft.address().lines())).isPresent()) return Optional.empty();
        CountryFinder.Found found = countries.find(lines, Hints.NONE.withCountry(country));
        return found.named() ? Optional.empty() : format.read(found.words(), country);
    }

    private static boolean isSame(Optional<Draft> one, Optional<Draft> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().address().equals(other.get().address());
    }

    /** All words, the country's name too. */
    private static Cleansed kept(String input, Words words, Optional<String> country) {
        Optional<String> none = Optional.empty();
        var address = new PostalAddress(none, none, none, none, none, none, none, country, words.lines());
        return Cleansed.valid(input, address.toValue(), List.of(KEPT));
    }

    private static String joined(List<String> lines) {
        return String.join(", ", lines);
    }
}
