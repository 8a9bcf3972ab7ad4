package io.carillon.core.person;

/** What splits and holdouts are drawn by. Drawn once, at birth; survives sign-up and merge. */
public record SplitKey(String value) {}
