package io.carillon.host.local;

/** The disk or the database under a running host failed: the host stops, no message is to blame. */
final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
