package io.carillon.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a YAML file that stands by itself, outside a workspace, with the same care for places. */
public final class DefinitionFile {
    private DefinitionFile() {}

    /** What came of reading a file. */
    public sealed interface Read<T> {
        record Good<T>(T value) implements Read<T> {}

        /** What is wrong with it: at least one problem, in the file's order. */
        record Bad<T>(List<Problem> problems) implements Read<T> {}
    }

    /**
     * Reads a text and reports all problems rather than the first.
     *
     * @param file its name, for messages
     * @param reader of what stands in it; empty after it has reported why there is nothing
     */
    public static <T> Read<T> read(String file, String text, Function<Section, Optional<T>> reader) {
        var errors = new ArrayList<Problem>();
        var report = new Report(file, new Lines(text), errors, new ArrayList<>());
        Optional<MappingNode> root = Yaml.read(text, report);
        Optional<T> value = root.flatMap(node -> {
            var section = new Section(report, node);
            Optional<T> read = reader.apply(section);
            section.close();
            return read;
        });
        if (errors.isEmpty() && value.isPresent()) return new Read.Good<>(value.get());
        if (errors.isEmpty()) report.error(Lines.Place.START, "says nothing");
        errors.sort(null);
        return new Read.Bad<>(List.copyOf(errors));
    }
}
