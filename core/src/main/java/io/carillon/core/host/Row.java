package io.carillon.core.host;

import io.carillon.core.codec.Bytes;

/** A row of a table that entities write with {@link Effect.Put}. */
public record Row(String key, Bytes value) {}
