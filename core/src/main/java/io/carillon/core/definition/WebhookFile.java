package io.carillon.core.definition;

import io.carillon.core.message.FactType;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code webhooks/*.yaml}. */
final class WebhookFile {
    private static final List<String> TYPES =
            Stream.of(FactType.values()).map(FactType::word).toList();

    private WebhookFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("webhook", "a name, e.g. crm");
        Optional<String> name = named.flatMap(Field::id);
        Optional<Field> told = section.optional("facts");
        // One without facts is told what journeys tell it.
        Optional<SortedSet<String>> facts =
                told.isEmpty() ? Optional.of(new TreeSet<>()) : told.flatMap(WebhookFile::facts);
        Optional<WebhookSettings> settings = WebhookSettings.read(section, draft.secrets);
        if (name.isEmpty() || !draft.webhookNames.define(named.get(), name.get())) return;
        if (facts.isEmpty() || settings.isEmpty()) return;
        draft.webhooks.put(
                name.get(),
                new WebhookDefinition(
                        name.get(),
                        facts.get(),
                        settings.get().settings(),
                        settings.get().secrets()));
    }

    private static Optional<SortedSet<String>> facts(Field field) {
        Optional<List<Field>> fields = field.items();
        if (fields.isEmpty()) return Optional.empty();
        var types = new TreeSet<String>();
        boolean allKnown = true;
        for (Field each : fields.get()) {
            Optional<String> type = each.word(TYPES);
            type.ifPresent(types::add);
            allKnown &= type.isPresent();
        }
        return allKnown ? Optional.of(types) : Optional.empty();
    }
}
