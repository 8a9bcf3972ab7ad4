package io.carillon.testkit.property;

/** Makes a value; equal chances give equal values. */
@FunctionalInterface
public interface Generator<T> {
    T from(Chance chance);
}
