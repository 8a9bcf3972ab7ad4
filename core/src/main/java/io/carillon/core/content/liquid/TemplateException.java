package io.carillon.core.content.liquid;

import java.io.Serial;

/**
 * A template that cannot be parsed or rendered: where, and what was expected. The message starts with the place:
 * {@code cart-reminder:3:14: filter "upcas" is not known; expected one of ...}.
 */
public final class TemplateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int line;
    private final int column;
    private final String problem;

    TemplateException(String name, int line, int column, String problem) {
        super(name + ":" + line + ":" + column + ": " + problem, null, false, false);
        this.name = name;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** The template's, or the partial's, name. */
    public String name() {
        return name;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1, in UTF-16 chars. */
    public int column() {
        return column;
    }

    /** What is wrong and what was expected, without the place. */
    public String problem() {
        return problem;
    }
}
