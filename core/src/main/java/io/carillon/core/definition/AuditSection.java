package io.carillon.core.definition;

import io.carillon.core.audit.judge.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code workspace.yaml} says of who is told of the quality of data: {@code audit}. */
final class AuditSection {
    private AuditSection() {}

    static void read(Section workspace, Draft draft) {
        Optional<Section> section = workspace
                .optional("audit")
                .flatMap(field ->
                        field.section("alertTo and severity, e.g. {alertTo: [ops@shop.example], severity: high}"));
        if (section.isEmpty()) return;
        List<String> alertTo = section.get()
                .required("alertTo", "e-mail addresses, e.g. [ops@shop.example]")
                .flatMap(Field::oneOrMore)
                .map(AuditSection::addresses)
                .orElse(List.of());
        Severity severity = section.get()
                .optional("severity")
                .flatMap(field -> field.word(
                        Arrays.stream(Severity.values()).map(Severity::word).toList()))
                .flatMap(Severity::ofWord)
                .orElse(AuditRules.NONE.severity());
        section.get().close();
        draft.audit = new AuditRules(alertTo, severity);
    }

    private static List<String> addresses(List<Field> fields) {
        var addresses = new ArrayList<String>();
        for (Field field : fields) {
            Optional<String> text = field.line();
            if (text.isEmpty()) continue;
            int at = text.get().lastIndexOf('@');
            if (at < 1 || at == text.get().length() - 1 || text.get().indexOf(' ') >= 0) {
                field.error(
                        "%s is no e-mail address; expected e.g. ops@shop.example".formatted(field.quoted(text.get())));
            } else if (addresses.size() < AuditRules.ADDRESSES_MAX) {
                addresses.add(text.get());
            } else {
                field.error("there are at most %d addresses".formatted(AuditRules.ADDRESSES_MAX));
            }
        }
        return addresses;
    }
}
