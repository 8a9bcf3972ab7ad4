package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import java.util.Optional;

/** {@code segments/*.yaml}. */
final class SegmentFile {
    private SegmentFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("segment", "a name, e.g. lapsing-vips");
        Optional<String> id = named.flatMap(Field::id);
        Optional<String> name = section.has("name") ? section.optional("name").flatMap(Field::line) : id;
        Optional<Condition> when = section.required("when", "a condition, e.g. {event: Order Completed, within: 30d}")
                .flatMap(draft.named::read);
        if (id.isEmpty() || !draft.segmentNames.define(named.get(), id.get())) return;
        if (name.isEmpty() || when.isEmpty()) return;
        var segment = new SegmentId(id.get());
        draft.segments.put(segment, new SegmentDefinition(segment, name.get(), when.get()));
    }
}
