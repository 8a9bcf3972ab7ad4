package io.carillon.core.codec;

/** Stored bytes that no version of their codec can read: damaged, or written by a newer Carillon. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
