package io.carillon.core.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a definition or of a part of one. Remembers what it was asked for; the rest is unknown. */
final class Section {
    private final Report report;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Report report, MappingNode node) {
        this.report = report;
        this.node = node;
        for (NodeTuple entry : node.getValue()) add(entry);
    }

    Report report() {
        return report;
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    Optional<Field> optional(String key) {
        asked.add(key);
        NodeTuple entry = entries.get(key);
        return entry == null
                ? Optional.empty()
                : Optional.of(new Field(report, key, entry.getKeyNode(), entry.getValueNode()));
    }

    /** Reports its absence at the beginning of the section. */
    Optional<Field> required(String key, String expected) {
        Optional<Field> field = optional(key);
        if (field.isEmpty()) error("\"%s\" is missing; expected %s".formatted(key, expected));
        return field;
    }

    /** Every entry, whatever its key. */
    List<Field> all() {
        asked.addAll(entries.keySet());
        return entries.entrySet().stream()
                .map(entry -> new Field(
                        report,
                        entry.getKey(),
                        entry.getValue().getKeyNode(),
                        entry.getValue().getValueNode()))
                .toList();
    }

    void error(String message) {
        report.error(node, message);
    }

    /** Reports what nobody asked for. */
    void close() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                report.error(
                        entry.getKeyNode(),
                        "unknown key \"%s\"; %s".formatted(Field.shown(key), Spelling.hint(key, asked)));
            }
        });
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            report.error(entry.getKeyNode(), "a key is a word; text that begins with { or [ needs quotes");
        } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
            report.error(key, "\"%s\" stands here twice".formatted(Field.shown(key.getValue())));
        }
    }
}
