package io.carillon.core.definition;

import java.util.Optional;
import java.util.OptionalDouble;

/** What {@code workspace.yaml} says of customers that are probably one person: {@code duplicates}. */
final class DuplicatesSection {
    private DuplicatesSection() {}

    static void read(Section workspace, Draft draft) {
        Optional<Section> section =
                workspace.optional("duplicates").flatMap(field -> field.section("acceptAbove: 0.99"));
        if (section.isEmpty()) return;
        section.get().required("acceptAbove", "a probability, e.g. 0.99").ifPresent(field -> read(field, draft));
        section.get().close();
    }

    private static void read(Field field, Draft draft) {
        field.number().ifPresent(number -> {
            double probability = number.doubleValue();
            if (probability >= DuplicateRule.ACCEPT_MIN && probability <= 1) {
                draft.duplicates = new DuplicateRule(OptionalDouble.of(probability));
            } else {
                field.error("acceptAbove %s is no probability to merge people by; expected %s to 1"
                        .formatted(number.toPlainString(), DuplicateRule.ACCEPT_MIN));
            }
        });
    }
}
