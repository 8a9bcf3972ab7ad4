package io.carillon.core.definition;

import java.time.DateTimeException;
import java.time.ZoneId;

/** {@code workspace.yaml}. */
final class WorkspaceFile {
    private WorkspaceFile() {}

    static void read(Section section, Draft draft) {
        section.required("workspace", "the company's name, e.g. shop")
                .flatMap(Field::line)
                .ifPresent(name -> draft.name = name);
        section.required("timezone", "e.g. Europe/Berlin").ifPresent(field -> zone(field, draft));
        section.optional("triggerMaxAge").flatMap(Field::duration).ifPresent(age -> draft.triggerMaxAge = age);
        IdentitySection.read(section, draft);
    }

    private static void zone(Field field, Draft draft) {
        field.text().ifPresent(text -> {
            try {
                draft.zone = ZoneId.of(text);
            } catch (DateTimeException _) {
                field.error("%s is not a time zone; expected e.g. %s"
                        .formatted(
                                field.quoted(text),
                                Spelling.nearest(
                                                text,
                                                ZoneId.getAvailableZoneIds().stream()
                                                        .sorted()
                                                        .toList())
                                        .orElse("Europe/Berlin")));
            }
        });
    }
}
