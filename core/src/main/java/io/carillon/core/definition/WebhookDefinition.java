package io.carillon.core.definition;

import io.carillon.core.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is told of facts as they happen.
 *
 * @param facts types of facts, such as {@code segment.entered}; none where only journeys tell it something
 * @param settings {@code allowPrivate}, {@code connections}, {@code callTimeout}
 * @param secrets {@code url}, and {@code keys} with one or several, divided by spaces
 */
public record WebhookDefinition(
        String id, SortedSet<String> facts, Value.Fields settings, Map<String, Secret> secrets) {
    public WebhookDefinition {
        facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
}
