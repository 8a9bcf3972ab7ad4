package io.carillon.core.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
public final class Section {
    private final Report report;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    Section(Report report, MappingNode node) {
        this.report = report;
        this.node = node;
        for (NodeTuple entry : node.getValue()) add(entry);
    }

    Report report() {
        return report;
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    public Optional<Field> optional(String key) {
        asked.add(key);
        NodeTuple entry = entries.get(key);
        return entry == null
                ? Optional.empty()
                : Optional.of(new Field(report, key, entry.getKeyNode(), entry.getValueNode()));
    }

    /** Its absence is reported when the section is closed, at its beginning. */
    public Optional<Field> required(String key, String expected) {
        Optional<Field> field = optional(key);
        if (field.isEmpty()) missing.put(key, expected);
        return field;
    }

    /** Whether a key that nobody asked for is nearly one of these words. */
    boolean hasNearly(Collection<String> words) {
        return all(asked).stream()
                .anyMatch(field -> Spelling.nearest(field.name(), words).isPresent());
    }

    /** Every entry, whatever its key. */
    public List<Field> all() {
        asked.addAll(entries.keySet());
        return all(Collections.emptySet());
    }

    public void error(String message) {
        report.error(node, message);
    }

    /** Reports what nobody asked for, and what was asked for and is not there. */
    public void close() {
        for (Field field : all(new LinkedHashSet<>(asked))) {
            String hint = Spelling.hint(field.name(), asked);
            Spelling.nearest(field.name(), asked).ifPresent(missing::remove); // one mistake, one problem
            report.error(field.key(), "unknown key \"%s\"; %s".formatted(Field.shown(field.name()), hint));
        }
        missing.forEach((key, expected) -> error("\"%s\" is missing; expected %s".formatted(key, expected)));
    }

    private List<Field> all(Set<String> but) {
        var fields = new ArrayList<Field>();
        entries.forEach((key, entry) -> {
            if (!but.contains(key)) fields.add(new Field(report, key, entry.getKeyNode(), entry.getValueNode()));
        });
        return fields;
    }

    private void add(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            report.error(entry.getKeyNode(), "a key is a word; text that begins with { or [ needs quotes");
        } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
            report.error(key, "\"%s\" stands here twice".formatted(Field.shown(key.getValue())));
        }
    }
}
