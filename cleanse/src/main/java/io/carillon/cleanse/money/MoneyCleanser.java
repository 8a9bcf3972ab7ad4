package io.carillon.cleanse.money;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.money.Mentions.Mention;
import io.carillon.cleanse.number.Figures;
import io.carillon.cleanse.number.Figures.Reading;
import io.carillon.cleanse.number.Figures.Thousandths;
import io.carillon.cleanse.number.Plain;
import io.carillon.cleanse.word.Folding;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A price or an amount: {@code {"amount": exact decimal, "currency": ISO 4217}}. The currency is null when the text names
 * none; the amount is null, and the value not valid, when there is none.
 */
public final class MoneyCleanser implements Cleanser {
    /** Of a currency of three decimals, the one that is written with a comma. */
    private static final String TUNISIAN = "TND";

    private static final Set<String> FREE = Set.of(
            "free",
            "for free",
            "free of charge",
            "gratis",
            "kostenlos",
            "umsonst",
            "gratuit",
            "gratuite",
            "gratuito",
            "gratuita",
            "gratuitamente",
            "bezplatne",
            "bezplatnie",
            "za darmo",
            "darmowy",
            "zdarma",
            "zadarmo",
            "ilmainen",
            "ingyenes",
            "ucretsiz",
            "бесплатно",
            "безкоштовно",
            "δωρεαν",
            "無料",
            "免费",
            "免費",
            "무료",
            "مجاني",
            "מתנה",
            "חינם");

    private static final Pattern POWER = Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{1,20})?[eE][+-]?\\d{1,2}");
    private static final BigDecimal DIGITS_LIMIT = BigDecimal.TEN.pow(30);

    private final Currencies currencies = CurrencyCleanser.currencies();
    private final Mentions mentions = new Mentions(currencies);

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return none(input, Optional.empty(), "too long for an amount");
        String plain = Plain.of(input);
        if (plain.isEmpty()) return none(input, Optional.empty(), "empty; expected an amount such as 12.50 EUR");
        Optional<BigDecimal> power = power(plain);
        if (power.isPresent())
            return Cleansed.valid(
                    input,
                    money(Value.of(Figures.exact(power.get())), Optional.empty()),
                    List.of("power of ten written out"));
        var text = new PriceText(plain, mentions);
        Optional<Found> found = text.amount();
        if (found.isEmpty()) return withoutFigure(input, plain, hints);
        var changes = new ArrayList<String>();
        Optional<CurrencyChoice> currency = currency(text, found.get(), hints);
        Optional<MinorUnit> minor =
                currency.isPresent() ? Optional.empty() : MinorUnit.behind(text, found.get(), hints);
        Optional<String> code = currency.map(CurrencyChoice::code).or(() -> minor.map(MinorUnit::currency));
        Optional<Reading> reading = reading(text, found.get(), code);
        if (reading.isEmpty())
            return none(
                    input, code, "the separators of \"" + found.get().figure().text() + "\" are no amount's");
        BigDecimal amount = reading.get().number();
        changes.addAll(reading.get().changes());
        if (found.get().scale().isPresent()) {
            amount = amount.scaleByPowerOfTen(found.get().scale().get().power());
            changes.add("word for thousands or millions written out");
        }
        if (minor.isPresent()) {
            amount = amount.movePointLeft(2);
            changes.add(minor.get().change());
        }
        if (text.isNegative(found.get())) {
            amount = amount.negate();
            changes.add("minus");
        }
        if (amount.abs().compareTo(DIGITS_LIMIT) >= 0)
            return none(input, code, "out of range; expected less than 1e30");
        currency.ifPresent(choice -> changes.addAll(choice.changes()));
        if (text.beginsRange(found.get())) changes.add("first amount of a range");
        else if (text.hasMoreThan(found.get())) changes.add("text around the amount left out");
        return new Cleansed(input, money(Value.of(Figures.exact(amount)), code), changes, Optional.empty());
    }

    /** A figure as spreadsheets write large ones: {@code 1.5E+3}. */
    private static Optional<BigDecimal> power(String plain) {
        if (!POWER.matcher(plain).matches()) return Optional.empty();
        return Optional.of(new BigDecimal(plain)).filter(amount -> amount.abs().compareTo(DIGITS_LIMIT) < 0);
    }

    private Cleansed withoutFigure(String input, String plain, Hints hints) {
        if (FREE.contains(Folding.fold(plain))) {
            return Cleansed.valid(input, money(Value.of(0), Optional.empty()), List.of("free is an amount of 0"));
        }
        Optional<String> code = mentions.alone(plain)
                .or(() -> mentions.anywhere(plain))
                .map(mention -> CurrencyChoice.among(mention.candidates(), currencies, hints)
                        .code());
        return none(input, code, "no amount in it; expected e.g. 12.50 EUR");
    }

    /** A code is worth more than a sign: {@code $12.00 CAD} are Canadian. */
    private Optional<CurrencyChoice> currency(PriceText text, Found found, Hints hints) {
        Stream<Mention> beside = Stream.of(found.before(), found.behind()).flatMap(Optional::stream);
        List<Mention> all = found.hasCurrency()
                ? beside.toList()
                : mentions.anywhere(text.text).stream().toList();
        return all.stream()
                .filter(mention -> mention.candidates().size() == 1)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(mention -> CurrencyChoice.among(mention.candidates(), currencies, hints));
    }

    private Optional<Reading> reading(PriceText text, Found found, Optional<String> code) {
        Optional<String> decimals = text.decimalsBehindSign(found);
        if (decimals.isPresent()) {
            Optional<Reading> joined = Figures.read(found.figure().text(), Thousandths.NEITHER)
                    .filter(whole -> whole.number().scale() <= 0)
                    .map(whole -> new Reading(
                            Figures.exact(new BigDecimal(whole.number().toPlainString() + "." + decimals.get())),
                            List.of("currency sign as the decimal separator")));
            if (joined.isPresent()) return joined;
        }
        boolean hasScale = found.scale().isPresent();
        return Figures.read(found.figure().text(), hasScale ? Thousandths.BOTH : thousandths(code));
    }

    private Thousandths thousandths(Optional<String> code) {
        if (code.isEmpty()) return Thousandths.NEITHER;
        if (code.get().equals(TUNISIAN)) return Thousandths.BOTH;
        boolean hasThree = currencies
                .ofCode(code.get())
                .filter(currency -> currency.getDefaultFractionDigits() >= 3)
                .isPresent();
        return hasThree ? Thousandths.POINT : Thousandths.NEITHER;
    }

    private static Cleansed none(String input, Optional<String> currency, String reason) {
        return new Cleansed(input, money(Value.Nothing.NOTHING, currency), List.of(), Optional.of(reason));
    }

    private static Value money(Value amount, Optional<String> currency) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("amount", amount);
        fields.put("currency", currency.<Value>map(Value::of).orElse(Value.Nothing.NOTHING));
        return new Value.Fields(fields);
    }
}
