package io.carillon.testkit.simulation;

/** An entity kind did what its contract forbids: a mistake in the kind, which no host parks. */
public final class BrokenContract extends AssertionError {
    private static final long serialVersionUID = 1L;

    BrokenContract(String message) {
        super(message);
    }
}
