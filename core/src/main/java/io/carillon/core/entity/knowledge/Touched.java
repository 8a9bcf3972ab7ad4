package io.carillon.core.entity.knowledge;

import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Reads;
import java.util.List;
import java.util.Set;

/** What has changed of a customer since their segments were last judged. */
public record Touched(List<Occurrence> happened, List<String> traits, Set<Reads.Aspect> aspects) {

    boolean isNothing() {
        return happened.isEmpty() && traits.isEmpty() && aspects.isEmpty();
    }
}
