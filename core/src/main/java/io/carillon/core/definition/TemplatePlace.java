package io.carillon.core.definition;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where a template stands in its file, so that a fault within the template gets a place in the file. Exact for block
 * scalars with {@code |} and for scalars on one line; of others, which YAML folds, the beginning.
 *
 * @param lines of the file
 */
record TemplatePlace(Field field, List<String> lines) {

    static TemplatePlace of(Field field, String text) {
        return new TemplatePlace(field, text.lines().toList());
    }

    void check(String template, TemplateCheck templates) {
        templates.check(template).ifPresent(fault -> report(fault, template));
    }

    private void report(TemplateCheck.Fault fault, String template) {
        int startLine = Report.line(field.node().getStartMark());
        int startColumn = Report.column(field.node().getStartMark());
        int line = startLine;
        int column = startColumn;
        boolean isOnOneLine = startLine == Report.line(field.node().getEndMark());
        ScalarStyle style = ((ScalarNode) field.node()).getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            line = startLine + fault.line();
            column = indentation(line, fault.line(), template) + fault.column();
        } else if (isOnOneLine && style == ScalarStyle.PLAIN) {
            column = startColumn + fault.column() - 1;
        } else if (isOnOneLine && style != ScalarStyle.FOLDED && isAsWritten(template, startLine, startColumn)) {
            column = startColumn + fault.column();
        }
        field.report().error(line, column, "%s: %s".formatted(field.name(), fault.message()));
    }

    /** How much of the file's line is not of the template. */
    private int indentation(int line, int templateLine, String template) {
        List<String> templateLines = template.lines().toList();
        if (line > lines.size() || templateLine > templateLines.size()) return 0;
        return Math.max(
                0,
                lines.get(line - 1).length()
                        - templateLines.get(templateLine - 1).length());
    }

    /** Escapes in a quoted scalar move what follows them. */
    private boolean isAsWritten(String template, int line, int column) {
        return line <= lines.size()
                && column <= lines.get(line - 1).length()
                && lines.get(line - 1).startsWith(template, column);
    }
}
