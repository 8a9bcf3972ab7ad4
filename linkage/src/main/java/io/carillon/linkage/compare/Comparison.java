package io.carillon.linkage.compare;

/** How like two values of a column are. Symmetric. */
interface Comparison {
    Likeness of(Form one, Form other);
}
