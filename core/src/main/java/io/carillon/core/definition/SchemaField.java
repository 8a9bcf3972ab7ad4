package io.carillon.core.definition;

import io.carillon.core.schema.Pointers;
import io.carillon.core.schema.Schema;
import io.carillon.core.schema.SchemaReader;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A JSON Schema written as YAML: what is wrong in it is reported where it stands. */
final class SchemaField {
    private SchemaField() {}

    static Optional<Schema> read(Field field) {
        return switch (SchemaReader.read(value(field.node()))) {
            case SchemaReader.Outcome.Read(Schema schema) -> Optional.of(schema);
            case SchemaReader.Outcome.Wrong(var complaints) -> {
                for (SchemaReader.Complaint complaint : complaints) {
                    Node place = node(field.node(), complaint.pointer());
                    String name = complaint.pointer().isEmpty()
                            ? "\"%s\" ".formatted(Field.shown(field.name()))
                            : "\"%s\" "
                                    .formatted(Field.shown(complaint.pointer().substring(1)));
                    field.report().error(place, name + complaint.message());
                }
                yield Optional.empty();
            }
        };
    }

    /** YAML's values as JSON has them; the nesting is bounded by {@link Yaml}. */
    static Value value(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var fields = new LinkedHashMap<String, Value>();
                for (NodeTuple entry : mapping.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key)
                        fields.put(key.getValue(), value(entry.getValueNode()));
                }
                yield new Value.Fields(fields);
            }
            case SequenceNode sequence -> {
                var items = new ArrayList<Value>();
                for (Node item : sequence.getValue()) items.add(value(item));
                yield Value.of(items);
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> Value.Nothing.NOTHING;
        };
    }

    private static Value scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.NULL)) return Value.Nothing.NOTHING;
        if (tag.equals(Tag.BOOL)) return Value.of(text.equals("true"));
        Optional<BigDecimal> number =
                tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Field.number(text) : Optional.empty();
        return number.<Value>map(Value::of).orElseGet(() -> Value.of(text));
    }

    /** The innermost node along a pointer. */
    private static Node node(Node root, String pointer) {
        Node at = root;
        for (String name : Pointers.names(pointer)) {
            Optional<Node> inner = inner(at, name);
            if (inner.isEmpty()) return at;
            at = inner.get();
        }
        return at;
    }

    private static Optional<Node> inner(Node node, String name) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
            case SequenceNode sequence ->
                Pointers.index(name)
                        .filter(index -> index < sequence.getValue().size())
                        .map(index -> sequence.getValue().get(index));
            default -> Optional.empty();
        };
    }
}
