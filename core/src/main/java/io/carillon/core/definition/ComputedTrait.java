package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Window;
import io.carillon.core.value.Value;

/**
 * A fact about a person that is worked out of what happened, such as what they have spent this year.
 *
 * @param name as conditions and templates call it
 * @param label for people to read
 * @param query of which occurrences
 */
public record ComputedTrait(String name, String label, EventQuery query, Measure measure, Window window) {
    /** Says nothing of how much is enough, so whoever keeps what it needs keeps what the value needs. */
    private static final ValueTest UNBOUNDED = new ValueTest.Contains(Value.of(""));

    /** It passes a test. */
    public Condition.Measured that(ValueTest test) {
        return new Condition.Measured(query, measure, window, test);
    }

    /** What is kept and worked out for its value; its test means nothing. */
    public Condition.Measured measured() {
        return that(UNBOUNDED);
    }
}
