package io.carillon.core.content.liquid;

import java.io.Serial;

/** Something wrong whose place is known further up, where it becomes a {@link TemplateException}. */
final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Problem(String message) {
        super(message, null, false, false);
    }

    String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** A value as an error message shows it: short, quoted. */
    static String show(String text) {
        String flat = text.replace('\n', ' ').replace('\r', ' ');
        return '"' + (flat.length() > 60 ? flat.substring(0, 57) + "..." : flat) + '"';
    }
}
