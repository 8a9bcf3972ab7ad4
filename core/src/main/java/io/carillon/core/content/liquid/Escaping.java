package io.carillon.core.content.liquid;

/** What an output does to the characters that mean something in the text around it. */
public enum Escaping {
    /** Outputs are written as they are: subjects, texts, SMS. */
    NONE,
    /**
     * Outputs are escaped for HTML, once. A value is taken as HTML already when it was captured, or came through
     * {@code escape}, {@code escape_once}, {@code newline_to_br} or {@code strip_html} (which escape what they are given)
     * or through {@code raw} (which does not: only for HTML you trust).
     */
    HTML,
    /**
     * Outputs are escaped as the inside of a JSON text: {@code "name": "{{ customer.firstName }}"}. A value is taken as
     * JSON already when it was captured, or came through {@code json} or {@code raw}.
     */
    JSON
}
