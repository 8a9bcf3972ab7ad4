package io.carillon.core.identity;

/** A customer's opaque name outside, {@code [A-Za-z0-9_-]}: it never comes to mean somebody else. */
public record CustomerId(String text) {}
