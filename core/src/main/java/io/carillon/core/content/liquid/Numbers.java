package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Liquid's numbers: whole numbers stay whole, the others are exact decimals that come out as a Ruby float would print
 * them. Numbers of more than {@link #DIGITS_MAX} digits are refused.
 */
final class Numbers {
    static final int DIGITS_MAX = 400;
    private static final int FLOAT_DIGITS = 15;

    private Numbers() {}

    /** What arithmetic takes a value for: text is read as far as it is a number, anything else is zero. */
    static BigDecimal of(Val val) {
        return switch (val) {
            case Val.Data(Value.Num(var number)) -> checked(number);
            case Val.Data(Value.Text(var text)) -> fromText(text.strip());
            case Val.Markup(var html) -> fromText(html.strip());
            default -> BigDecimal.ZERO;
        };
    }

    static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0;
    }

    /** A whole number, strictly: 2 and "2", but neither 2.5 nor "two". */
    static int integer(Val val) {
        boolean scalar = val instanceof Val.Data(Value.Num _) || val instanceof Val.Data(Value.Text _);
        String text = Texts.of(val).strip();
        if (scalar && text.length() <= 11) {
            int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            if (digits < text.length() && digitsEnd(text, digits) == text.length()) {
                long number = Long.parseLong(text);
                return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
        }
        throw new Problem(Problem.show(text) + " is not a whole number");
    }

    /** The end of a range: the whole part of a number or of a text's beginning, zero for anything else. */
    static long bound(Val val) {
        BigDecimal number = of(val).setScale(0, RoundingMode.DOWN);
        if (number.precision() > FLOAT_DIGITS) throw new Problem("a range ends at " + number + ", which is too far");
        return number.longValueExact();
    }

    static BigDecimal divided(BigDecimal number, BigDecimal by) {
        if (by.signum() == 0) throw new Problem("divided by zero");
        if (isWhole(number) && isWhole(by)) return new BigDecimal(floorDivision(number, by)[0]);
        return decimal(number.divide(by, MathContext.DECIMAL128));
    }

    static BigDecimal modulo(BigDecimal number, BigDecimal by) {
        if (by.signum() == 0) throw new Problem("divided by zero");
        if (isWhole(number) && isWhole(by)) return new BigDecimal(floorDivision(number, by)[1]);
        BigDecimal rest = number.remainder(by);
        return decimal(rest.signum() != 0 && rest.signum() != by.signum() ? rest.add(by) : rest);
    }

    private static BigInteger[] floorDivision(BigDecimal number, BigDecimal by) {
        BigInteger divisor = by.toBigIntegerExact();
        BigInteger[] parts = number.toBigIntegerExact().divideAndRemainder(divisor);
        if (parts[1].signum() != 0 && parts[1].signum() != divisor.signum()) {
            return new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(divisor)};
        }
        return parts;
    }

    /** The result of arithmetic: whole if it is, else as a float prints, which has about 15 digits and no closing zeros. */
    static BigDecimal result(BigDecimal number) {
        return isWhole(number) ? checked(number) : decimal(number);
    }

    static BigDecimal decimal(BigDecimal number) {
        BigDecimal plain = checked(number).stripTrailingZeros();
        if (plain.precision() > FLOAT_DIGITS && Double.isFinite(plain.doubleValue())) {
            plain = BigDecimal.valueOf(plain.doubleValue()).stripTrailingZeros();
        }
        return plain.scale() < 1 ? plain.setScale(1) : plain;
    }

    /** As written in a text: numbers of the data keep the digits they came with. */
    static String format(BigDecimal number) {
        boolean plain = number.scale() > -DIGITS_MAX && number.scale() <= 40 && number.precision() <= DIGITS_MAX;
        return plain ? number.toPlainString() : number.toString();
    }

    private static BigDecimal checked(BigDecimal number) {
        if (number.precision() > DIGITS_MAX || Math.abs((long) number.scale()) > DIGITS_MAX) {
            throw new Problem("a number has more than " + DIGITS_MAX + " digits");
        }
        return number;
    }

    private static BigDecimal fromText(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, start);
        if (end == start) return BigDecimal.ZERO;
        if (end < text.length() && text.charAt(end) == '.' && end + 1 < text.length()) {
            int fraction = digitsEnd(text, end + 1);
            if (fraction == text.length()) return number(text);
        }
        return number(text.substring(0, end));
    }

    private static BigDecimal number(String digits) {
        if (digits.length() > DIGITS_MAX) throw new Problem("a number has more than " + DIGITS_MAX + " digits");
        return new BigDecimal(digits);
    }

    static int digitsEnd(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
        return i;
    }
}
