package io.carillon.cleanse.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * To {@code {e164, country, type, national, extension}}.
 *
 * <p>Valid is a number in a range that is assigned. The country is ISO 3166-1 alpha-2, or {@code 001} (the world, by UN
 * M.49) where a number belongs to none. Only {@code mobile} and {@code fixedLineOrMobile} take text messages.
 */
public final class PhoneCleanser implements Cleanser {
    private static final int LENGTH_MAX = 250;
    private static final int JUNK_LENGTH_MIN = 5;
    private static final String SAME = "one digit over and over stands for no number";
    private static final String UP = "012345678901234567890";
    private static final String DOWN = "9876543210987654321";

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > LENGTH_MAX) {
            return Cleansed.invalid(input, "longer than %d characters, expected a phone number".formatted(LENGTH_MAX));
        }
        PhoneText written = PhoneText.of(input);
        if (written.text().isEmpty()) return Cleansed.invalid(input, "empty, expected a phone number");
        if (isSame(PhoneText.digits(written.text()))) return Cleansed.invalid(input, SAME);
        Optional<String> country = hints.country().flatMap(PhoneNumbers::country);
        Optional<PhoneNumber> number = PhoneNumbers.parse(written.text(), country);
        // Where they are somebody's number, they may be that of this somebody.
        boolean assigned =
                number.filter(PhoneNumberUtil.getInstance()::isValidNumber).isPresent();
        if (!assigned && isCounted(written.text())) {
            return Cleansed.invalid(input, "digits in a row stand for no number");
        }
        if (number.isEmpty()) return Cleansed.invalid(input, unreadable(written.text(), country));
        String national = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number.get());
        if (isSame(national)) return Cleansed.invalid(input, SAME);
        return cleansed(input, written, country, number.get());
    }

    private static Cleansed cleansed(String input, PhoneText written, Optional<String> hint, PhoneNumber number) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        String e164 = phones.format(number, PhoneNumberFormat.E164);
        Optional<String> country = country(number, hint);
        var fields = new LinkedHashMap<String, Value>();
        fields.put("e164", Value.of(e164));
        fields.put("country", country.<Value>map(Value::of).orElse(Value.Nothing.NOTHING));
        fields.put("type", Value.of(word(phones.getNumberType(number))));
        fields.put("national", Value.of(phones.format(number, PhoneNumberFormat.NATIONAL)));
        fields.put("extension", number.hasExtension() ? Value.of(number.getExtension()) : Value.Nothing.NOTHING);
        return new Cleansed(input, Value.of(fields), changes(written, number, e164), objection(number));
    }

    private static List<String> changes(PhoneText written, PhoneNumber number, String e164) {
        var changes = new ArrayList<>(written.changes());
        String text = written.text();
        String withoutWords =
                text.replaceFirst("(?i)^tel:", "").replaceFirst("(?i)[;#,\\s]*(?:e?xt|x|durchwahl|dw).*$", "");
        boolean worded = withoutWords.chars().anyMatch(Character::isLetter) && !text.matches("(?i)tel:.*");
        if (worded) changes.add("letters read as digits");
        if (number.hasExtension()) changes.add("extension taken out");
        String digits = PhoneText.digits(text);
        boolean international =
                text.replaceFirst("(?i)^tel:", "").replaceAll("[(\\[\\s]", "").startsWith("+");
        if (!international) changes.add(digits.startsWith("00") ? "00 read as +" : "country code added");
        if (!text.equals(e164)) changes.add("E.164");
        return changes;
    }

    /** Several countries share +1, +44, +7 and others: where a number may be of the one that was hinted, it is. */
    private static Optional<String> country(PhoneNumber number, Optional<String> hint) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        return hint.filter(code -> phones.isValidNumberForRegion(number, code))
                .or(() -> Optional.ofNullable(phones.getRegionCodeForNumber(number)))
                .or(() -> Optional.of(phones.getRegionCodeForCountryCode(number.getCountryCode()))
                        .filter(code -> !code.equals("ZZ")));
    }

    private static Optional<String> objection(PhoneNumber number) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        if (phones.isValidNumber(number)) return Optional.empty();
        String region = phones.getRegionCodeForCountryCode(number.getCountryCode());
        String where = region.equals("ZZ") || region.equals("001") ? "+" + number.getCountryCode() : region;
        ValidationResult length = phones.isPossibleNumberWithReason(number);
        return Optional.of(
                switch (length) {
                    case IS_POSSIBLE -> "the length fits, but no such range is assigned in " + where;
                    case IS_POSSIBLE_LOCAL_ONLY -> "the area code is missing for a number in " + where;
                    case TOO_SHORT -> "too short for a number in " + where;
                    case TOO_LONG -> "too long for a number in " + where;
                    case INVALID_LENGTH -> "no number in " + where + " has this length";
                    case INVALID_COUNTRY_CODE -> "there is no country code +" + number.getCountryCode();
                });
    }

    private static String unreadable(String text, Optional<String> country) {
        String digits = PhoneText.digits(text);
        if (digits.length() < 3) return "no phone number: expected digits";
        if (digits.length() > 20) return "too long for a phone number: %d digits".formatted(digits.length());
        return country.isEmpty() && !text.contains("+")
                ? "whose country's number is not said: expected + and the country code, or a default country"
                : "no phone number that can be dialled";
    }

    /** What people type to get past a form. */
    private static boolean isCounted(String text) {
        String digits = PhoneText.digits(text);
        return digits.length() > JUNK_LENGTH_MIN && (UP.contains(digits) || DOWN.contains(digits));
    }

    private static boolean isSame(String digits) {
        return digits.length() >= JUNK_LENGTH_MIN && digits.chars().allMatch(c -> c == digits.charAt(0));
    }

    /** {@code FIXED_LINE_OR_MOBILE} as {@code fixedLineOrMobile}. */
    private static String word(PhoneNumberType type) {
        var word = new StringBuilder();
        for (String part : type.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
