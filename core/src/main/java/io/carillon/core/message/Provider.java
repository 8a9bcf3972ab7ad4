package io.carillon.core.message;

/** The company or server that carries messages of one channel. Thread-safe. */
public interface Provider {

    /**
     * Makes one attempt, and one only. Blocks until its outcome is known, at most the provider's call time-out.
     */
    SendOutcome send(Outgoing message);
}
