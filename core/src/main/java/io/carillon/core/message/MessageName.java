package io.carillon.core.message;

/** Names a {@link MessageDefinition} as its file does, for example {@code cart-reminder}. */
public record MessageName(String text) {}
