package io.carillon.connectors.mapping;

/**
 * Something wrong with a row.
 *
 * @param column where it stands; empty when it is the whole row
 * @param value what stands there, by its beginning
 * @param reason what was found and what was expected
 * @param fatal whether the row is left out; else only the value is
 */
public record Flaw(String column, String value, String reason, boolean fatal) {
    private static final int SHOWN_MAX = 200;

    public Flaw {
        if (value.length() > SHOWN_MAX) value = value.substring(0, SHOWN_MAX) + "…";
    }
}
