package io.carillon.testkit.toy;

/** What toys know: a number that rises with each publication. */
public record ToyKnowledge(int number) {}
