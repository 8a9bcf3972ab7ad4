package io.carillon.core.host;

/** Names a parked message. */
public record ParkId(String text) {}
