package io.carillon.cleanse.number;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.number.Figures.Figure;
import io.carillon.cleanse.number.Figures.Thousandths;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, exactly. Separators are told apart as in {@link Figures}; {@code 12.5%} is {@code 0.125}; a text with
 * anything else beside the number is none.
 */
public final class NumberCleanser implements Cleanser {
    /** What a receiver that reads numbers as IEEE 754 doubles can still hold. */
    private static final int EXPONENT_MAX = 308;

    private static final Pattern SIGNED = Pattern.compile("(?<sign>[-+–]?) ?(?<rest>[^-+–].*)");
    private static final Pattern BEHIND =
            Pattern.compile("(?:(?:[eE]| ?[x×*] ?10 ?\\^ ?)(?<power>[-+]?\\d{1,9}))? ?(?<share>[%‰]?)");

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a number");
        String plain = Plain.of(input);
        if (plain.isEmpty()) return Cleansed.invalid(input, "empty; expected a number");
        var changes = new ArrayList<String>();
        boolean inBrackets = plain.startsWith("(") && plain.endsWith(")") && plain.length() > 2;
        String bare = inBrackets ? plain.substring(1, plain.length() - 1).strip() : plain;
        Matcher signed = SIGNED.matcher(bare);
        if (!signed.matches()) return notANumber(input);
        String sign = signed.group("sign");
        if (inBrackets && !sign.isEmpty()) return notANumber(input);
        String rest = signed.group("rest");
        List<Figure> figures = Figures.in(rest);
        if (figures.isEmpty() || figures.getFirst().start() > 0) return notANumber(input);
        Figure figure = figures.getFirst();
        Matcher behind = BEHIND.matcher(rest).region(figure.end(), rest.length());
        if (!behind.matches()) return notANumber(input);
        Optional<String> power = Optional.ofNullable(behind.group("power"));
        // Nobody writes 1.299e3 for 1299e3.
        var reading = Figures.read(figure.text(), power.isPresent() ? Thousandths.BOTH : Thousandths.NEITHER);
        if (reading.isEmpty()) return notANumber(input);
        changes.addAll(reading.get().changes());
        int exponent = power.map(Integer::parseInt).orElse(0);
        if (Math.abs(exponent) > EXPONENT_MAX) return outOfRange(input);
        if (power.isPresent()) changes.add("power of ten written out");
        BigDecimal number = reading.get().number().scaleByPowerOfTen(exponent);
        if (!behind.group("share").isEmpty()) {
            number = number.movePointLeft("%".equals(behind.group("share")) ? 2 : 3);
            changes.add("%".equals(behind.group("share")) ? "per cent as a fraction" : "per mille as a fraction");
        }
        if (inBrackets) changes.add("brackets read as minus");
        if (inBrackets || "-".equals(sign) || "–".equals(sign)) number = number.negate();
        number = Figures.exact(number);
        if (number.precision() - number.scale() > EXPONENT_MAX + 1 || number.scale() > EXPONENT_MAX + 16)
            return outOfRange(input);
        if (changes.isEmpty() && !number.toPlainString().equals(input)) changes.add("plain digits");
        return Cleansed.valid(input, Value.of(number), changes);
    }

    private static Cleansed notANumber(String input) {
        return Cleansed.invalid(input, "not a number; expected e.g. 1299.50, 1.299,50 or -3e5");
    }

    private static Cleansed outOfRange(String input) {
        return Cleansed.invalid(input, "out of range; expected a number between 1e-308 and 1e308");
    }
}
