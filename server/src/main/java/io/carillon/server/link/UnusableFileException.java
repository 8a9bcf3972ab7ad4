package io.carillon.server.link;

/** A file that cannot be used; the message names the place, what was found, and what was expected. */
public final class UnusableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableFileException(String message) {
        super(message);
    }
}
