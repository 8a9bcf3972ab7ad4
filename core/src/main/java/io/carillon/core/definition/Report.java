package io.carillon.core.definition;

import io.carillon.core.definition.Lines.Place;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Takes what is wrong in one file. */
public record Report(String file, Lines lines, List<Problem> errors, List<Problem> warnings) {

    void error(Node node, String message) {
        error(lines.of(node.getStartMark()), message);
    }

    void error(Place place, String message) {
        add(errors, place, message);
    }

    /** {@code segments/vips.yaml:3:9}. */
    String place(Node node) {
        Place place = lines.inside(lines.of(node.getStartMark()));
        return "%s:%d:%d".formatted(file, place.line(), place.column());
    }

    void warn(Node node, String message) {
        add(warnings, lines.of(node.getStartMark()), message);
    }

    private void add(List<Problem> problems, Place place, String message) {
        if (problems.size() >= WorkspaceReader.PROBLEMS_MAX) return;
        Place inside = lines.inside(place);
        problems.add(new Problem(file, inside.line(), inside.column(), printable(message)));
    }

    /** A message quotes its file, and is read on terminals: nothing in it may move a cursor or turn the text around. */
    private static String printable(String message) {
        if (message.chars().allMatch(c -> c >= ' ' && c < 0x7F)) return message;
        var printable = new StringBuilder(message.length());
        message.codePoints().forEach(point -> printable.appendCodePoint(isPrintable(point) ? point : '␣'));
        return printable.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
