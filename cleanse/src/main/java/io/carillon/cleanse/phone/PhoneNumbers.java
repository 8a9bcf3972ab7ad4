package io.carillon.cleanse.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.carillon.cleanse.text.Recent;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form in which a phone number is an identifier: E.164.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public final class PhoneNumbers {
    private static final int LENGTH_MAX = 50;
    private static final String NO_COUNTRY = "ZZ";

    private static final Pattern TRUNK_ZERO = Pattern.compile("^(\\+[0-9 ]{1,5}?)\\s*[(\\[]0[)\\]]");
    private static final Recent<Optional<Read>> ABROAD = new Recent<>(1 << 12, text -> parsed(text, Optional.empty()));

    private PhoneNumbers() {}

    /**
     * A number that can be dialled.
     *
     * @param number not to be changed
     * @param type of the range that it is in; unknown when it is in none that is assigned
     */
    record Read(PhoneNumber number, PhoneNumberType type) {
        boolean isAssigned() {
            return type != PhoneNumberType.UNKNOWN;
        }
    }

    /**
     * Empty when the text is clearly no number of one line. It is no judgement whether somebody answers there: number
     * ranges are opened faster than lists of them are published, so only the length is checked.
     *
     * @param country whose number it is when it does not say so; two letters
     */
    public static Optional<String> normalise(String text, Optional<String> country) {
        if (text.length() > LENGTH_MAX) return Optional.empty();
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        // Behind one number with extensions are many people.
        return parse(PhoneText.of(text).text(), country)
                .map(Read::number)
                .filter(number -> !number.hasExtension()
                        && phones.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE)
                .map(number -> phones.format(number, PhoneNumberFormat.E164));
    }

    /** A country whose numbers are known, as {@link #normalise} takes it. */
    public static Optional<String> country(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(upper)
                ? Optional.of(upper)
                : Optional.empty();
    }

    /**
     * What is written, with whatever reading of its beginning makes it a number that can be assigned; else the plainest
     * reading. {@code 00} is the way out of most countries, but not of the country it may be written in.
     */
    static Optional<Read> parse(String text, Optional<String> country) {
        // What begins with a country's number is the same wherever it is written, and is looked at more than once a
        // call.
        Optional<Read> anywhere = text.startsWith("+") ? ABROAD.of(text) : Optional.empty();
        return anywhere.isPresent() ? anywhere : parsed(text, country);
    }

    private static Optional<Read> parsed(String text, Optional<String> country) {
        Optional<Read> plain = read(text, country);
        if (plain.filter(Read::isAssigned).isPresent()) return plain;
        Optional<Read> abroad = text.startsWith("00") && !text.startsWith("000")
                ? read("+" + text.substring(2), country)
                : Optional.empty();
        Optional<Read> without = read(withoutTrunkZero(text), country);
        return abroad.filter(Read::isAssigned)
                .or(() -> without.filter(Read::isAssigned))
                .or(() -> plain)
                .or(() -> abroad);
    }

    /** {@code +49 (0)30 1}: the zero is for callers at home. */
    private static String withoutTrunkZero(String text) {
        return TRUNK_ZERO.matcher(text).replaceFirst("$1 ");
    }

    private static Optional<Read> read(String text, Optional<String> country) {
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            PhoneNumber number = phones.parse(text, country.orElse(NO_COUNTRY));
            return Optional.of(new Read(number, phones.getNumberType(number)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
