package io.carillon.core.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** {@code workspace.yaml}. */
final class WorkspaceFile {
    private WorkspaceFile() {}

    static void read(Section section, Draft draft) {
        section.required("workspace", "the company's name, e.g. shop")
                .flatMap(Field::line)
                .ifPresent(name -> draft.name = name);
        section.required("timezone", "e.g. Europe/Berlin").ifPresent(field -> zone(field, draft));
        section.optional("triggerMaxAge").flatMap(Field::duration).ifPresent(age -> draft.triggerMaxAge = age);
        section.optional("roles").ifPresent(field -> roles(field, draft));
        IdentitySection.read(section, draft);
        PolicySection.read(section, draft);
        RetentionSection.read(section, draft);
        DuplicatesSection.read(section, draft);
        AuditSection.read(section, draft);
        draft.knowsRoles = true;
    }

    /** Their conditions are read once all names are known. */
    private static void roles(Field field, Draft draft) {
        Optional<Section> section = field.section("names with a condition, e.g. buyer: {event: Order Completed}");
        if (section.isEmpty()) return;
        for (Field role : section.get().all()) {
            if (new Field(role.report(), "role", role.key(), role.key()).id().isPresent()) {
                draft.named.announceRole(role.name(), role);
                draft.roles.add(role);
            }
        }
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
