package io.carillon.core.definition;

import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code traits/*.yaml}. */
final class TraitFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    private TraitFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("trait", "a name, e.g. lifetimeValue");
        Optional<String> name = named.flatMap(field ->
                field.matching(NAME, "a name of a computed trait; expected letters, digits, _, e.g. lifetimeValue"));
        Optional<String> label = section.has("name") ? section.optional("name").flatMap(Field::line) : name;
        Optional<WindowReader.When> when = new WindowReader(draft.zone).read(section);
        Optional<EventQuery> query = OccurrenceReader.head(section)
                .flatMap(head -> new OccurrenceReader(draft).read(head, section, when.map(WindowReader.When::range)));
        Optional<Measure> measure = new MeasureReader(draft.zone).untested(section);
        if (name.isEmpty() || !draft.traitNames.define(named.get(), name.get())) return;
        if (label.isEmpty() || when.isEmpty() || query.isEmpty() || measure.isEmpty()) return;
        RetentionSection.warn(section, when.get().window(), query.get(), draft);
        draft.computedTraits.put(
                name.get(),
                new ComputedTrait(
                        name.get(),
                        label.get(),
                        query.get(),
                        measure.get(),
                        when.get().window()));
    }
}
