package io.carillon.core.identity;

/** Whose something is once a customer has been parted from the one who absorbed them. */
public enum Side {
    /** Of whoever absorbed them. */
    STAYS,
    /** Of whoever is parted, or of somebody who came by them alone. */
    LEAVES
}
