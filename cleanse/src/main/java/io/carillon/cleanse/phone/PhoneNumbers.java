package io.carillon.cleanse.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/**
 * The one form in which a phone number is an identifier: E.164.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public final class PhoneNumbers {
    private static final int LENGTH_MAX = 50;
    private static final String NO_COUNTRY = "ZZ";

    private PhoneNumbers() {}

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
    static Optional<PhoneNumber> parse(String text, Optional<String> country) {
        Optional<PhoneNumber> plain = read(text, country);
        if (plain.filter(PhoneNumberUtil.getInstance()::isValidNumber).isPresent()) return plain;
        Optional<PhoneNumber> abroad = text.startsWith("00") && !text.startsWith("000")
                ? read("+" + text.substring(2), country)
                : Optional.empty();
        Optional<PhoneNumber> without = read(withoutTrunkZero(text), country);
        return abroad.filter(PhoneNumberUtil.getInstance()::isValidNumber)
                .or(() -> without.filter(PhoneNumberUtil.getInstance()::isValidNumber))
                .or(() -> plain)
                .or(() -> abroad);
    }

    /** {@code +49 (0)30 1}: the zero is for callers at home. */
    private static String withoutTrunkZero(String text) {
        return text.replaceFirst("^(\\+[0-9 ]{1,5}?)\\s*[(\\[]0[)\\]]", "$1 ");
    }

    private static Optional<PhoneNumber> read(String text, Optional<String> country) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(text, country.orElse(NO_COUNTRY)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
