package io.carillon.core.definition;

import io.carillon.core.definition.Lines.Place;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where a template stands in its file, so that a fault within the template gets a place in the file. Exact for block
 * scalars with {@code |} and for scalars on one line; of others, which YAML folds, the beginning.
 */
final class TemplatePlace {
    private TemplatePlace() {}

    static void check(Field field, String template, TemplateCheck templates) {
        templates
                .check(template)
                .ifPresent(fault -> field.report()
                        .error(place(field, template, fault), "%s: %s".formatted(field.name(), fault.message())));
    }

    private static Place place(Field field, String template, TemplateCheck.Fault fault) {
        Lines lines = field.report().lines();
        Place start = lines.of(field.node().getStartMark());
        ScalarStyle style = ((ScalarNode) field.node()).getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            int line = start.line() + fault.line();
            return new Place(line, indentation(lines.line(line), fault.line(), template) + fault.column());
        }
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return isAsWritten(lines, start, quote, template)
                ? new Place(start.line(), start.column() + quote + fault.column() - 1)
                : start;
    }

    /** How much of the file's line is not of the template. */
    private static int indentation(String line, int templateLine, String template) {
        List<String> templateLines = template.lines().toList();
        if (templateLine > templateLines.size()) return 0;
        return Math.max(0, line.length() - templateLines.get(templateLine - 1).length());
    }

    /** Folded lines and escapes move what follows them. */
    private static boolean isAsWritten(Lines lines, Place start, int quote, String template) {
        return lines.line(start.line()).startsWith(template, start.column() - 1 + quote);
    }
}
