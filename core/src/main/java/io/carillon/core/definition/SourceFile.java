package io.carillon.core.definition;

import java.util.List;
import java.util.Optional;

/** {@code sources/*.yaml}. */
final class SourceFile {
    private static final List<String> DATE_ORDERS = List.of("dmy", "mdy", "ymd");

    private SourceFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("source", "a name, e.g. site");
        Optional<String> id = named.flatMap(Field::id);
        Optional<Field> keyField = section.required("writeKey", "${env:NAME} or ${file:PATH}");
        // A write key stands in the shop's pages for all to see, so it may stand in the file too.
        Optional<Secret> key = keyField.flatMap(field -> SecretText.read(field, draft.secrets));
        Optional<String> country = section.optional("country").flatMap(IdentitySection::country);
        Optional<String> dateOrder = section.optional("dateOrder").flatMap(field -> field.word(DATE_ORDERS));
        if (id.isEmpty() || !draft.sourceNames.define(named.get(), id.get()) || key.isEmpty()) return;
        for (SourceDefinition other : draft.sources.values()) {
            if (other.writeKey().equals(key.get())) {
                keyField.get().error("writeKey is also that of source \"%s\"".formatted(other.id()));
            }
        }
        draft.sources.put(id.get(), new SourceDefinition(id.get(), key.get(), country, dateOrder));
    }
}
