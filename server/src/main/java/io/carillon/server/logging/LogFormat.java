package io.carillon.server.logging;

/** How log records look. */
public enum LogFormat {
    /** One JSON object a line. */
    JSON,
    /** For people. */
    TEXT;

    /**
     * The format that a setting names.
     *
     * @throws IllegalArgumentException names what was expected
     */
    public static LogFormat of(String word) {
        return switch (word) {
            case "json" -> JSON;
            case "text" -> TEXT;
            default -> throw new IllegalArgumentException("\"%s\" is not json or text".formatted(word));
        };
    }
}
