package io.carillon.server.cleansing;

import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Cleanses the fields of calls. Threads may share it; what repeats is looked up. */
public final class Cleansing {
    private static final List<String> COUNTRIES = List.of("country", "countryCode", "country_code");

    private final Answers answers;

    /**
     * Remembers nothing yet.
     *
     * @param cleansers one for each kind
     */
    public Cleansing(Function<Kind, Cleanser> cleansers) {
        answers = new Answers(cleansers);
    }

    /** Told of what stays as it was sent although its field says what it is. */
    @FunctionalInterface
    public interface Complaints {
        /**
         * One such value.
         *
         * @param pointer to it, {@code /traits/birthday}
         */
        void refused(String pointer, Kind kind, Value sent, Kept.Refused why);
    }

    /**
     * Fields as they are kept.
     *
     * @param pointer to them within the event: {@code /traits}
     * @param lineage takes what is to be known of what differs
     */
    public Value.Fields fields(
            Value.Fields sent,
            Map<String, FieldRule> rules,
            Hints hints,
            String pointer,
            SortedMap<String, Lineage> lineage,
            Complaints complaints) {
        return new Run(hints, lineage, complaints).fields(sent, rules, pointer);
    }

    /** What is kept of one value. */
    public Kept value(Value sent, FieldRule.OfKind rule, Hints hints) {
        Optional<String> text = text(sent, rule.kind());
        return text.isEmpty() ? Kept.AsSent.AS_SENT : answers.of(text.get(), rule, hints, sent);
    }

    /**
     * The hints of one record: whose country it says it is of, else the default.
     *
     * @param traits in which it may say so, in its address or beside it
     */
    public Hints hints(Value.Fields traits, Hints otherwise) {
        if (traits.isEmpty()) return otherwise;
        Optional<String> country = country(traits.fields("address"), otherwise).or(() -> country(traits, otherwise));
        return country.filter(code -> !otherwise.country().equals(Optional.of(code)))
                .map(otherwise::withCountry)
                .orElse(otherwise);
    }

    private Optional<String> country(Value.Fields fields, Hints hints) {
        if (fields.isEmpty()) return Optional.empty();
        for (String name : COUNTRIES) {
            Optional<Value> said = fields.get(name);
            if (said.isEmpty()) continue;
            var rule = new FieldRule.OfKind(Kind.COUNTRY, false, true);
            switch (value(said.get(), rule, hints)) {
                case Kept.Changed(Value.Text(var code), var _) -> {
                    return Optional.of(code);
                }
                case Kept.AsSent _ -> {
                    if (said.get() instanceof Value.Text(var code) && code.length() == 2) return Optional.of(code);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** What a cleanser reads; empty for what is in its form, and for what has none. */
    private static Optional<String> text(Value sent, Kind kind) {
        return switch (sent) {
            case Value.Text(var text) -> text.isBlank() ? Optional.empty() : Optional.of(text);
            case Value.Num(BigDecimal number) ->
                kind == Kind.MONEY || kind == Kind.NUMBER ? Optional.empty() : Optional.of(number.toPlainString());
            case Value.Flag(var flag) -> kind == Kind.BOOLEAN ? Optional.empty() : Optional.of(Boolean.toString(flag));
            case Value.Nothing _, Value.Items _, Value.Fields _ -> Optional.empty();
        };
    }

    /** One call being cleansed. What stays the same object is unchanged. */
    @SuppressWarnings("ReferenceEquality")
    private final class Run {
        private final Hints hints;
        private final SortedMap<String, Lineage> lineage;
        private final Complaints complaints;

        Run(Hints hints, SortedMap<String, Lineage> lineage, Complaints complaints) {
            this.hints = hints;
            this.lineage = lineage;
            this.complaints = complaints;
        }

        Value.Fields fields(Value.Fields sent, Map<String, FieldRule> rules, String pointer) {
            Optional<Map<String, Value>> changed = Optional.empty();
            for (Map.Entry<String, Value> field : sent.fields().entrySet()) {
                FieldRule rule = rules.get(field.getKey());
                if (rule == null) continue;
                Value kept = value(field.getValue(), rule, pointer, field.getKey());
                if (kept == field.getValue()) continue;
                if (changed.isEmpty()) changed = Optional.of(new LinkedHashMap<>(sent.fields()));
                changed.get().put(field.getKey(), kept);
            }
            return changed.map(Value.Fields::new).orElse(sent);
        }

        private Value value(Value sent, FieldRule rule, String within, String name) {
            return switch (rule) {
                case FieldRule.OfKind ofKind -> {
                    Kept kept = Cleansing.this.value(sent, ofKind, hints);
                    yield kept == Kept.AsSent.AS_SENT ? sent : note(sent, ofKind, kept, Lineages.inner(within, name));
                }
                case FieldRule.Within(var rules) ->
                    switch (sent) {
                        case Value.Fields fields -> fields(fields, rules, Lineages.inner(within, name));
                        case Value.Items items -> items(items, rules, Lineages.inner(within, name));
                        default -> sent;
                    };
            };
        }

        private Value items(Value.Items sent, Map<String, FieldRule> rules, String pointer) {
            Optional<List<Value>> changed = Optional.empty();
            for (int i = 0; i < sent.items().size(); i++) {
                if (!(sent.items().get(i) instanceof Value.Fields item)) continue;
                Value.Fields kept = fields(item, rules, Lineages.inner(pointer, Integer.toString(i)));
                if (kept == item) continue;
                if (changed.isEmpty()) changed = Optional.of(new ArrayList<>(sent.items()));
                changed.get().set(i, kept);
            }
            return changed.<Value>map(Value.Items::new).orElse(sent);
        }

        private Value note(Value sent, FieldRule.OfKind rule, Kept kept, String pointer) {
            return switch (kept) {
                case Kept.AsSent _ -> sent;
                case Kept.Changed(var value, var changes) -> {
                    add(pointer, Lineage.changed(sent, rule.kind().word(), changes));
                    yield value;
                }
                case Kept.Refused refused -> {
                    if (rule.isCertain() || refused.isUnsure()) {
                        add(pointer, Lineage.asSent(rule.kind().word(), refused.reason()));
                        complaints.refused(pointer, rule.kind(), sent, refused);
                    }
                    yield sent;
                }
            };
        }

        private void add(String pointer, Lineage of) {
            if (lineage.size() < Lineages.PATHS_MAX) lineage.put(pointer, of);
        }
    }
}
