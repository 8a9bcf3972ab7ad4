package io.carillon.server.collect;

import io.carillon.core.definition.TrackingPlan;
import io.carillon.core.definition.TrackingPlan.Consequence;
import io.carillon.core.definition.TrackingPlan.Expected;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.schema.Schema;
import io.carillon.core.schema.Violation;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;

/** What the tracking plans of its source say of an event. */
final class PlanCheck {
    private PlanCheck() {}

    /**
     * Adds what is not as planned.
     *
     * @return the worst that any plan makes of it
     */
    static Consequence check(Event event, List<TrackingPlan> plans, List<Problem> problems) {
        Consequence worst = Consequence.ALLOW;
        if (plans.isEmpty()) return worst;
        boolean isPlanned = event.type() != EventType.TRACK;
        for (TrackingPlan plan : plans) {
            Schema schema = plan.events().get(event.name());
            boolean isRight = schema == null || isRight(event, "", schema.violations(event.properties()), problems);
            isRight &= areTraitsRight(event, plan, problems);
            if (!isRight) worst = worst.worse(plan.onViolation());
            isPlanned |= schema != null;
        }
        return isPlanned ? worst : worst.worse(unplanned(event, plans, problems));
    }

    private static Consequence unplanned(Event event, List<TrackingPlan> plans, List<Problem> problems) {
        Consequence worst = Consequence.ALLOW;
        for (TrackingPlan plan : plans) worst = worst.worse(plan.onUnplanned());
        if (worst != Consequence.ALLOW) problems.add(new Problem(Reason.UNPLANNED_EVENT, event.name()));
        return worst;
    }

    private static boolean areTraitsRight(Event event, TrackingPlan plan, List<Problem> problems) {
        if (event.traits().isEmpty() || plan.traits().isEmpty()) return true;
        boolean areRight = true;
        for (Map.Entry<String, Value> trait : event.traits().fields().entrySet()) {
            if (plan.traits().get(trait.getKey()) instanceof Expected.Checked(var schema)) {
                areRight &= isRight(event, "/traits/" + trait.getKey(), schema.violations(trait.getValue()), problems);
            }
        }
        return areRight;
    }

    private static boolean isRight(Event event, String at, List<Violation> violations, List<Problem> problems) {
        for (Violation violation : violations) {
            problems.add(new Problem(
                    Reason.PLAN_VIOLATION,
                    "%s: %s".formatted(event.name(), new Violation(at + violation.pointer(), violation.message()))));
        }
        return violations.isEmpty();
    }
}
