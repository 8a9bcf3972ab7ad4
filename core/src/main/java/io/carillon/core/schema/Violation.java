package io.carillon.core.schema;

/**
 * One place where a value is not as its schema has it.
 *
 * @param pointer JSON Pointer to it, empty for the value itself
 * @param message what was expected and what kind of value stands there; it quotes no text of the value
 */
public record Violation(String pointer, String message) {
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + " " + message;
    }
}
