package io.carillon.core.entity.customer;

import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Subject;
import io.carillon.core.definition.ComputedTrait;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts about a customer that are worked out of what happened. */
public final class ComputedTraits {
    private ComputedTraits() {}

    /** What they come to now, those that have a value; none while part of the history is not counted. */
    public static Value.Fields of(Root root, Knowledge knowledge, Instant now) {
        boolean isComplete = root.customer().behaviour().isCompleteFor(knowledge.behaviours());
        return isComplete ? of(new CustomerSubject(root, knowledge), knowledge, now) : Value.Fields.NONE;
    }

    /** The roles that they have now; of a history that is not counted whole, those that are known so far. */
    public static List<String> rolesOf(Root root, Knowledge knowledge, Instant now) {
        var subject = new CustomerSubject(root, knowledge);
        return knowledge.roles().entrySet().stream()
                .filter(role -> Evaluator.holds(role.getValue(), subject, now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Value.Fields of(Subject subject, Knowledge knowledge, Instant now) {
        var values = new LinkedHashMap<String, Value>();
        for (ComputedTrait trait : knowledge.computedTraits()) {
            Evaluator.measure(trait.measured(), subject, now).ifPresent(value -> values.put(trait.name(), value));
        }
        return new Value.Fields(values);
    }
}
