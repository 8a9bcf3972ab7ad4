package io.carillon.server.collect;

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
        try {
            PhoneNumber number = phones.parse(text, country.orElse(NO_COUNTRY));
            // Behind one number with extensions are many people.
            boolean isOneLine =
                    !number.hasExtension() && phones.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return isOneLine ? Optional.of(phones.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** A country whose numbers are known, as {@link #normalise} takes it. */
    static Optional<String> country(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(upper)
                ? Optional.of(upper)
                : Optional.empty();
    }
}
