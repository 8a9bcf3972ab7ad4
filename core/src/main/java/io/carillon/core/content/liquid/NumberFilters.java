package io.carillon.core.content.liquid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/** Arithmetic, and dates. */
final class NumberFilters {
    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("abs", 0, 0, (input, args) -> result(Numbers.of(input).abs())),
            Filter.spec("at_least", 1, 1, (input, args) -> of(input, args, BigDecimal::max)),
            Filter.spec("at_most", 1, 1, (input, args) -> of(input, args, BigDecimal::min)),
            Filter.spec("ceil", 0, 0, (input, args) -> rounded(input, 0, RoundingMode.CEILING)),
            Filter.spec("floor", 0, 0, (input, args) -> rounded(input, 0, RoundingMode.FLOOR)),
            Filter.spec("round", 0, 1, (input, args) -> rounded(input, digits(args), RoundingMode.HALF_UP)),
            Filter.spec("plus", 1, 1, (input, args) -> of(input, args, BigDecimal::add)),
            Filter.spec("minus", 1, 1, (input, args) -> of(input, args, BigDecimal::subtract)),
            Filter.spec("times", 1, 1, (input, args) -> of(input, args, BigDecimal::multiply)),
            Filter.spec("divided_by", 1, 1, (input, args) -> of(input, args, Numbers::divided)),
            Filter.spec("modulo", 1, 1, (input, args) -> of(input, args, Numbers::modulo)),
            new Filter.Spec("date", 1, 1, List.of("zone"), NumberFilters::date));

    private NumberFilters() {}

    private static Val of(Val input, Arguments args, BinaryOperator<BigDecimal> operation) {
        return result(operation.apply(Numbers.of(input), Numbers.of(args.get(0))));
    }

    private static Val result(BigDecimal number) {
        return Val.of(Numbers.result(number));
    }

    private static int digits(Arguments args) {
        return Math.clamp(Numbers.of(args.get(0)).longValue(), -Numbers.DIGITS_MAX, Numbers.DIGITS_MAX);
    }

    private static Val rounded(Val input, int digits, RoundingMode mode) {
        BigDecimal number = Numbers.of(input);
        if (Numbers.isWhole(number) && digits >= 0) return Val.of(number);
        BigDecimal rounded = number.setScale(digits, mode);
        return digits > 0 ? result(rounded) : Val.of(rounded.setScale(0, RoundingMode.UNNECESSARY));
    }

    /** What is no date stays as it is. {@code zone: 'Europe/Berlin'} shows the instant on that zone's clock. */
    private static Val date(Val input, Arguments args) {
        String format = args.text(0);
        if (format.isEmpty()) return input;
        RenderSettings settings = args.context().settings();
        return Dates.read(input, settings.now(), settings.zone())
                .map(date -> args.named("zone").isNil()
                        ? date
                        : date.withZoneSameInstant(Dates.zone(Texts.of(args.named("zone")))))
                .map(date -> Val.of(Strftime.format(date, format)))
                .orElse(input);
    }
}
