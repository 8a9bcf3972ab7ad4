package io.carillon.host.local;

/** The data directory cannot be used: in use elsewhere, written by a newer Carillon, made otherwise, or damaged. */
public final class UnusableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableStoreException(String message) {
        super(message);
    }

    UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
