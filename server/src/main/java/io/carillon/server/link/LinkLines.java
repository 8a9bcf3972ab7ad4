package io.carillon.server.link;

import io.carillon.core.value.Value;
import io.carillon.linkage.Agreement;
import io.carillon.linkage.Evidence;
import io.carillon.linkage.LinkedPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was found, as JSON; one line each. */
public final class LinkLines {
    private LinkLines() {}

    /** {@code {"pair":[…], "accepted":…, "probability":…, "bits":…, "for":[…], "against":[…]}}. */
    public static Value pair(LinkedPair pair) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("pair", Value.of(List.of(Value.of(pair.one()), Value.of(pair.other()))));
        fields.put("accepted", Value.of(pair.isAccepted()));
        fields.put("probability", rounded(pair.probability(), 6));
        fields.put("bits", rounded(pair.bits(), 2));
        fields.put("for", evidence(pair, it -> it.bits() > 0));
        fields.put("against", evidence(pair, it -> it.bits() < 0));
        return new Value.Fields(fields);
    }

    private static Value evidence(LinkedPair pair, Predicate<Evidence> wanted) {
        return Value.of(pair.evidence().stream()
                .filter(wanted)
                .<Value>map(LinkLines::evidence)
                .toList());
    }

    private static Value evidence(Evidence evidence) {
        var fields = new LinkedHashMap<String, Value>();
        if (!evidence.column().isEmpty()) {
            fields.put("column", Value.of(evidence.column()));
            fields.put("values", Value.of(List.of(Value.of(evidence.left()), Value.of(evidence.right()))));
        }
        fields.put("words", Value.of(evidence.words()));
        fields.put("bits", rounded(evidence.bits(), 2));
        return new Value.Fields(fields);
    }

    /** {@code {"cluster":[…]}}. */
    public static Value cluster(List<String> ids) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("cluster", Value.of(ids.stream().map(Value::of).toList()));
        return new Value.Fields(fields);
    }

    /**
     * How well it agrees with the truth.
     *
     * @param accepted by groups
     * @param alone by pairs that are probable enough by themselves
     */
    public static Value agreement(Agreement accepted, Agreement alone) {
        Map<String, Value> fields = figures(accepted);
        fields.put("by_pairs_alone", new Value.Fields(figures(alone)));
        return new Value.Fields(fields);
    }

    private static Map<String, Value> figures(Agreement agreement) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("precision", rounded(agreement.precision(), 6));
        fields.put("recall", rounded(agreement.recall(), 6));
        fields.put("f1", rounded(agreement.f1(), 6));
        fields.put("linked", Value.of(BigDecimal.valueOf(agreement.found())));
        fields.put("right", Value.of(BigDecimal.valueOf(agreement.right())));
        fields.put("true", Value.of(BigDecimal.valueOf(agreement.all())));
        return fields;
    }

    private static Value rounded(double number, int places) {
        return Value.of(BigDecimal.valueOf(number)
                .setScale(places, RoundingMode.HALF_EVEN)
                .stripTrailingZeros());
    }
}
