package io.carillon.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The file of {@code --config}: a YAML mapping from setting to value. */
final class SettingsFile {
    private static final long BYTES_MAX = 64 * 1024;

    private final Path file;
    private final List<String> problems;
    private final Map<Setting, Sourced<String>> values = new EnumMap<>(Setting.class);

    private SettingsFile(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param problems gets what is wrong with the file, each with its place */
    static Map<Setting, Sourced<String>> read(Path file, List<String> problems) {
        var reader = new SettingsFile(file, problems);
        try {
            if (Files.size(file) > BYTES_MAX) {
                problems.add("%s: has more than %d bytes".formatted(file, BYTES_MAX));
            } else {
                reader.read(Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            problems.add("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()));
        }
        return reader.values;
    }

    private void read(String text) {
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) return;
            if (root.get() instanceof MappingNode mapping) mapping.getValue().forEach(this::entry);
            else problems.add(place(root.get()) + ": expected settings, one \"name: value\" a line");
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(this::place).orElse(file.toString()) + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(file + ": " + e.getMessage());
        }
    }

    private void entry(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        for (Setting setting : Setting.values()) {
            if (!setting.key().equals(key)) continue;
            Optional<String> text = text(entry.getValueNode());
            String place = place(entry.getValueNode());
            text.ifPresentOrElse(
                    value -> values.put(setting, new Sourced<>(value, Sourced.Origin.FILE, place)),
                    () -> problems.add("%s: %s must be a text, a number or a list of texts".formatted(place, key)));
            return;
        }
        List<String> known = new ArrayList<>();
        for (Setting setting : Setting.values()) known.add(setting.key());
        problems.add("%s: \"%s\" is no setting; expected one of %s"
                .formatted(place(entry.getKeyNode()), key, String.join(", ", known)));
    }

    private static Optional<String> text(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Optional.of(scalar.getValue());
            case SequenceNode items -> {
                var texts = new ArrayList<String>();
                for (Node item : items.getValue()) {
                    if (!(item instanceof ScalarNode scalar)) yield Optional.empty();
                    texts.add(scalar.getValue());
                }
                yield Optional.of(String.join(",", texts));
            }
            default -> Optional.empty();
        };
    }

    private String place(Node node) {
        return node.getStartMark().map(this::place).orElse(file.toString());
    }

    private String place(Mark mark) {
        return "%s:%d:%d".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
