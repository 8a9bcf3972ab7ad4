package io.carillon.cleanse;

/** Brings the values of one kind into one form. Threads may share it. */
public interface Cleanser {
    /** Never throws, whatever the input is. */
    Cleansed cleanse(String input, Hints hints);
}
