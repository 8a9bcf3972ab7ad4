package io.carillon.server.cleansing;

import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.definition.SourceDefinition;
import io.carillon.core.definition.TrackingPlan;
import io.carillon.core.definition.TrackingPlan.Expected;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which field of a source's calls is of which kind: the standard ones, and what its tracking plans say otherwise.
 *
 * @param context the few of its fields that are about the person
 * @param hints for values that do not say it themselves
 */
public record FieldRules(
        Map<String, FieldRule> traits, Map<String, FieldRule> properties, Map<String, FieldRule> context, Hints hints) {
    public static final FieldRules STANDARD =
            new FieldRules(StandardFields.TRAITS, StandardFields.PROPERTIES, StandardFields.CONTEXT, Hints.NONE);

    /**
     * Those of a source.
     *
     * @param plans all of the workspace; of two that speak of one field the first is right
     * @param country the workspace's default
     */
    public static FieldRules of(SourceDefinition source, Collection<TrackingPlan> plans, Optional<String> country) {
        var traits = new HashMap<String, Expected>();
        var properties = new HashMap<String, Expected>();
        for (TrackingPlan plan : plans) {
            if (!plan.isFor(source.id())) continue;
            plan.traits().forEach(traits::putIfAbsent);
            plan.properties().forEach(properties::putIfAbsent);
        }
        Optional<DateOrder> order = source.dateOrder().map(word -> DateOrder.valueOf(word.toUpperCase(Locale.ROOT)));
        return new FieldRules(
                planned(StandardFields.TRAITS, traits),
                planned(StandardFields.PROPERTIES, properties),
                StandardFields.CONTEXT,
                new Hints(source.country().or(() -> country), order));
    }

    private static Map<String, FieldRule> planned(Map<String, FieldRule> standard, Map<String, Expected> plan) {
        if (plan.isEmpty()) return standard;
        var rules = new HashMap<>(standard);
        plan.forEach((name, expected) -> {
            switch (expected) {
                case Expected.OfKind(var word) ->
                    Kind.ofWord(word).ifPresent(kind -> rules.put(name, rule(name, kind)));
                case Expected.AsIs(), Expected.Checked(var _) -> rules.remove(name);
            }
        });
        return Collections.unmodifiableMap(rules);
    }

    /** A plan that says that a first name is a name does not make it a whole one. */
    private static FieldRule rule(String name, Kind kind) {
        return StandardFields.TRAITS.get(name) instanceof FieldRule.OfKind part && part.isPart() && part.kind() == kind
                ? part
                : FieldRule.of(kind);
    }
}
