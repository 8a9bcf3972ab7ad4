package io.carillon.core.definition;

import io.carillon.core.definition.Lines.Place;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Takes what is wrong in one file. */
record Report(String file, Lines lines, List<Problem> errors, List<Problem> warnings) {

    void error(Node node, String message) {
        error(lines.of(node.getStartMark()), message);
    }

    void error(Place place, String message) {
        add(errors, place, message);
    }

    void warn(Node node, String message) {
        add(warnings, lines.of(node.getStartMark()), message);
    }

    private void add(List<Problem> problems, Place place, String message) {
        if (problems.size() >= WorkspaceReader.PROBLEMS_MAX) return;
        Place inside = lines.inside(place);
        problems.add(new Problem(file, inside.line(), inside.column(), message));
    }
}
