package io.carillon.server.cleansing;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Kind;
import io.carillon.core.value.Value;
import java.util.Optional;
import java.util.Set;

/** A cleansed value made as plain as what was sent: a profile gets no structure that the shop did not send. */
final class Plain {
    private static final String THOUSANDS = "three digits behind the separator read as thousands";

    /** Good for a list of prices, not good enough to change what a shop sent. */
    private static final Set<String> GUESSES = Set.of(
            THOUSANDS,
            "first amount of a range",
            "text around the amount left out",
            "free is an amount of 0",
            "per cent as a fraction",
            "per mille as a fraction");

    private Plain() {}

    static Kept of(Cleansed cleansed, FieldRule.OfKind rule, Value sent) {
        if (!cleansed.isValid()) {
            return new Kept.Refused(
                    cleansed.reason().orElse("is no " + rule.kind().word()), false);
        }
        Optional<String> doubt = doubt(cleansed);
        if (doubt.isPresent()) return new Kept.Refused(doubt.get(), true);
        Optional<Value> plain = plain(cleansed.value(), rule.kind());
        if (plain.isEmpty() || plain.get().equals(sent)) return Kept.AsSent.AS_SENT;
        if (rule.isPart() && !isSameButForCase(plain.get(), sent)) return Kept.AsSent.AS_SENT;
        return new Kept.Changed(plain.get(), cleansed.changes());
    }

    /** What can be read in more than one way, or was read out of more text than itself. */
    private static Optional<String> doubt(Cleansed cleansed) {
        Value.Fields fields = cleansed.value() instanceof Value.Fields of ? of : Value.Fields.NONE;
        if (fields.get("ambiguous").filter(Value.of(true)::equals).isPresent()) {
            return Optional.of("can be read in more than one way; say the source's dateOrder");
        }
        for (String change : cleansed.changes()) {
            boolean isSure = change.equals(THOUSANDS) && fields.text("currency").isPresent();
            if (GUESSES.contains(change) && !isSure) return Optional.of("not sure enough: " + change);
        }
        return Optional.empty();
    }

    private static Optional<Value> plain(Value value, Kind kind) {
        if (!(value instanceof Value.Fields fields)) return Optional.of(value).filter(Plain::isPlain);
        Optional<Value> part = switch (kind) {
            case NAME -> fields.get("full");
            case EMAIL -> fields.get("address");
            case PHONE -> fields.get("e164");
            case MONEY -> fields.get("amount");
            case DATE -> fields.get("iso");
            case COUNTRY, REGION, LANGUAGE, CURRENCY, GENDER, TIMEZONE -> fields.get("code");
            case ADDRESS, BOOLEAN, URL, NUMBER -> Optional.empty();
        };
        return part.filter(Plain::isPlain);
    }

    private static boolean isPlain(Value value) {
        return value instanceof Value.Text || value instanceof Value.Num || value instanceof Value.Flag;
    }

    /** What reads a first name as a whole one may put its words in another order, or take one for a title. */
    private static boolean isSameButForCase(Value plain, Value sent) {
        return plain instanceof Value.Text(var one)
                && sent instanceof Value.Text(var other)
                && squeezed(one).equalsIgnoreCase(squeezed(other));
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
