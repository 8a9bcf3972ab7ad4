package io.carillon.core.content.liquid;

/** The text of a template or partial, with the name it is called in messages. */
record Source(String name, String text) {
    /** An error at a char of this source; line and column are only counted here, when something is wrong. */
    TemplateException error(int offset, String problem) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new TemplateException(name, line, end - lineStart + 1, problem);
    }
}
