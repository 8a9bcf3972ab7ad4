package io.carillon.testkit.property;

/** What must be true of every value: throws (an {@link AssertionError}, as a rule) when it is not. */
@FunctionalInterface
public interface Law<T> {
    /**
     * Returns when the law holds.
     *
     * @param seed the value was made from it; for further choices of the law itself
     */
    void check(T value, long seed);
}
