package io.carillon.core.entity;

import io.carillon.core.condition.Evaluator;
import io.carillon.core.condition.Subject;
import io.carillon.core.definition.ComputedTrait;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Facts about a customer that are worked out of what happened. */
public final class ComputedTraits {
    private ComputedTraits() {}

    /** What they come to now, those that have a value; none while part of the history is not counted. */
    public static Value.Fields of(Root root, Knowledge knowledge, Instant now) {
        boolean isComplete = root.customer().behaviour().isCompleteFor(knowledge.behaviours());
        return isComplete ? of(new CustomerSubject(root, knowledge), knowledge, now) : Value.Fields.NONE;
    }

    private static Value.Fields of(Subject subject, Knowledge knowledge, Instant now) {
        var values = new LinkedHashMap<String, Value>();
        for (ComputedTrait trait : knowledge.computedTraits()) {
            Evaluator.measure(trait.measured(), subject, now).ifPresent(value -> values.put(trait.name(), value));
        }
        return new Value.Fields(values);
    }
}
