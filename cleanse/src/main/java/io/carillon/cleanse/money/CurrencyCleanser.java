package io.carillon.cleanse.money;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.number.Plain;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A currency by its code, sign or name; the value is its ISO 4217 code, also that of a currency of the past. */
public final class CurrencyCleanser implements Cleanser {
    /** A name with its code: {@code Euro (EUR)}, {@code EUR - Euro}, {@code USD $}. */
    private static final Pattern CODE_BESIDE =
            Pattern.compile("(?:.{0,80}?[^\\p{L}])??(?<![\\p{L}\\d])(?<code>[A-Z]{3})(?![\\p{L}\\d]).{0,80}");

    private static final Currencies CURRENCIES = new Currencies();

    static Currencies currencies() {
        return CURRENCIES;
    }

    /** The code alone; empty when it is not known, or could be several and the country does not say which. */
    public Optional<String> code(String input, Hints hints) {
        Cleansed cleansed = cleanse(input, hints);
        boolean isSure = cleansed.changes().stream().noneMatch(change -> change.startsWith("taken for"));
        return isSure && cleansed.value() instanceof Value.Text(var code) ? Optional.of(code) : Optional.empty();
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a currency");
        String text = Plain.of(input);
        if (text.isEmpty()) return Cleansed.invalid(input, "empty; expected a currency such as EUR");
        var changes = new ArrayList<String>();
        if (!text.equals(input)) changes.add("spaces and widths made plain");
        if (CURRENCIES.ofCode(text).isPresent()) return Cleansed.valid(input, Value.of(text), changes);
        List<String> signs = CURRENCIES.ofSign(text);
        if (!signs.isEmpty()) return chosen(input, signs, "code of the sign", changes, hints);
        String upper = text.toUpperCase(Locale.ROOT);
        if (CURRENCIES.ofCode(upper).isPresent()) {
            changes.add("upper case");
            return Cleansed.valid(input, Value.of(upper), changes);
        }
        Optional<String> numbered = CURRENCIES.ofNumber(text);
        if (numbered.isPresent()) {
            changes.add("code of the number");
            return Cleansed.valid(input, Value.of(numbered.get()), changes);
        }
        List<String> names = CURRENCIES.ofName(text);
        if (!names.isEmpty()) return chosen(input, names, "code of the name", changes, hints);
        Matcher beside = CODE_BESIDE.matcher(text);
        if (beside.matches() && CURRENCIES.ofCode(beside.group("code")).isPresent()) {
            changes.add("code out of the text");
            return Cleansed.valid(input, Value.of(beside.group("code")), changes);
        }
        return Cleansed.invalid(input, "no known currency; expected an ISO 4217 code such as EUR, a sign or a name");
    }

    private static Cleansed chosen(
            String input, List<String> candidates, String rule, List<String> changes, Hints hints) {
        CurrencyChoice choice = CurrencyChoice.among(candidates, CURRENCIES, hints);
        changes.add(rule);
        changes.addAll(choice.changes());
        return Cleansed.valid(input, Value.of(choice.code()), changes);
    }
}
