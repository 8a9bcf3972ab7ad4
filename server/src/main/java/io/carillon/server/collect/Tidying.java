package io.carillon.server.collect;

import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.cleansing.FieldRule;
import io.carillon.server.cleansing.FieldRules;
import io.carillon.server.cleansing.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cleansing of one call: its fields as they are kept, and what became of them. */
final class Tidying {
    private final Cleansing cleansing;
    private final FieldRules rules;
    private final Value.Fields sentTraits;
    private final List<Problem> problems;
    private final Hints hints;
    private final TreeMap<String, Lineage> lineage = new TreeMap<>();

    Tidying(Cleansing cleansing, FieldRules rules, Value.Fields sentTraits, List<Problem> problems) {
        this.cleansing = cleansing;
        this.rules = rules;
        this.sentTraits = sentTraits;
        this.problems = problems;
        hints = cleansing.hints(sentTraits, rules.hints());
    }

    /** Whose country the record says that it is of, else the default of its source. */
    Optional<String> country() {
        return hints.country();
    }

    Value.Fields traits() {
        return fields(sentTraits, rules.traits(), "/traits");
    }

    Value.Fields properties(Value.Fields sent) {
        return fields(sent, rules.properties(), "/properties");
    }

    Value.Fields context(Value.Fields sent) {
        return fields(sent, rules.context(), "/context");
    }

    private Value.Fields fields(Value.Fields sent, Map<String, FieldRule> of, String pointer) {
        return sent.isEmpty() ? sent : cleansing.fields(sent, of, hints, pointer, lineage, this::refused);
    }

    Lineages lineages() {
        return Lineages.of(lineage);
    }

    private void refused(String pointer, Kind kind, Value sent, Kept.Refused why) {
        Reason reason = why.isUnsure() ? Reason.AMBIGUOUS_VALUE : Reason.invalid(kind);
        // Whoever looked at it as an identifier has said so.
        if (pointer.equals("/traits/email") && isNoted(Reason.BAD_EMAIL, "email ")) return;
        if (pointer.equals("/traits/phone") && isNoted(Reason.BAD_PHONE, "phone ")) return;
        String shown = sent instanceof Value.Text(var text) ? Shown.shape(text) : Fields.shown(sent);
        problems.add(new Problem(reason, pointer.substring(1).replace('/', '.') + " " + shown));
    }

    private boolean isNoted(Reason reason, String place) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.reason() == reason && problem.example().startsWith(place));
    }
}
