package io.carillon.linkage;

/**
 * What one column says of a pair.
 *
 * @param left the value of the first record, as it was given
 * @param right the value of the second
 * @param words in what they are alike, or not
 * @param bits for one person if positive, against it if negative: one bit doubles the odds
 */
public record Evidence(String column, String left, String right, String words, double bits) {}
