package io.carillon.core.definition;

import java.util.Optional;

/** Parses a template, without rendering it. */
@FunctionalInterface
public interface TemplateCheck {
    /** The first fault, if there is one. */
    Optional<Fault> check(String source);

    /**
     * What is wrong with a template.
     *
     * @param line within the template, from 1
     * @param column from 1
     */
    record Fault(int line, int column, String message) {}
}
