package io.carillon.core.definition;

import io.carillon.core.content.liquid.Template;
import io.carillon.core.content.liquid.TemplateException;
import java.util.Optional;

/** Parses a template, without rendering it. */
@FunctionalInterface
public interface TemplateCheck {
    /** The language that messages are written in. */
    TemplateCheck LIQUID = TemplateCheck::liquid;

    /** The first fault, if there is one. */
    Optional<Fault> check(String source);

    /**
     * What is wrong with a template.
     *
     * @param line within the template, from 1
     * @param column from 1
     */
    record Fault(int line, int column, String message) {}

    private static Optional<Fault> liquid(String source) {
        try {
            Template.parse(source);
            return Optional.empty();
        } catch (TemplateException fault) {
            return Optional.of(new Fault(fault.line(), fault.column(), fault.problem()));
        }
    }
}
