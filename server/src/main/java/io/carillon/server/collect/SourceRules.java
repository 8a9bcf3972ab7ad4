package io.carillon.server.collect;

import io.carillon.core.definition.TrackingPlan;
import io.carillon.server.cleansing.FieldRules;
import java.util.List;

/**
 * What is known of one source's calls.
 *
 * @param plans that speak of it
 */
public record SourceRules(FieldRules fields, List<TrackingPlan> plans) {
    public static final SourceRules STANDARD = new SourceRules(FieldRules.STANDARD, List.of());

    public SourceRules {
        plans = List.copyOf(plans);
    }
}
