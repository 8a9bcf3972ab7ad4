package io.carillon.testkit.law;

/** One history under way. */
interface Life<A, L extends Enum<L>> {

    /** Hands it in; what comes of it comes later. */
    void happens(A act);

    /** Something happened somewhere. */
    default void notices() {}

    /** All is at rest, between two slots. */
    default void looks() {}

    /** All has happened and is at rest: what is left is handed in. Called {@link Play#endings} times. */
    default void ends(int ending) {}

    /** At rest after the last ending. */
    Findings<L> findings();
}
