package io.carillon.core.definition;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Takes what is wrong in one file.
 *
 * @param lines how many lines the file has: no problem lies past them
 */
record Report(String file, int lines, List<Problem> errors, List<Problem> warnings) {

    static Report of(String file, String text, List<Problem> errors, List<Problem> warnings) {
        return new Report(file, (int) text.chars().filter(c -> c == '\n').count() + 1, errors, warnings);
    }

    void error(Node node, String message) {
        error(node.getStartMark(), message);
    }

    void error(Optional<Mark> mark, String message) {
        error(line(mark), column(mark), message);
    }

    void error(int line, int column, String message) {
        if (errors.size() < WorkspaceReader.PROBLEMS_MAX) errors.add(problem(line, column, message));
    }

    void warn(Node node, String message) {
        if (warnings.size() >= WorkspaceReader.PROBLEMS_MAX) return;
        warnings.add(problem(line(node.getStartMark()), column(node.getStartMark()), message));
    }

    static int line(Optional<Mark> mark) {
        return mark.map(it -> it.getLine() + 1).orElse(1);
    }

    static int column(Optional<Mark> mark) {
        return mark.map(it -> it.getColumn() + 1).orElse(1);
    }

    private Problem problem(int line, int column, String message) {
        return new Problem(file, Math.max(1, Math.min(line, lines)), Math.max(1, column), message);
    }
}
