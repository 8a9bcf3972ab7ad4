package io.carillon.core.content.liquid;

import java.io.Serial;

/** Something wrong whose place is known further up, where it becomes a {@link TemplateException}. */
final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN_MAX = 60;

    Problem(String message) {
        super(message, null, false, false);
    }

    String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** A value as an error message shows it: short, quoted, on one line, of nothing that a terminal would obey. */
    static String show(String text) {
        boolean isLong = text.length() > SHOWN_MAX;
        var shown = new StringBuilder(SHOWN_MAX);
        text.codePoints()
                .limit(isLong ? SHOWN_MAX - 3 : SHOWN_MAX)
                .forEach(point -> shown.appendCodePoint(plain(point)));
        return '"' + (isLong ? shown + "..." : shown.toString()) + '"';
    }

    private static int plain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> '\uFFFD';
            default -> point;
        };
    }
}
