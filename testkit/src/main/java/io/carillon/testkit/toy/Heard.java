package io.carillon.testkit.toy;

import io.carillon.core.host.Address;
import io.carillon.core.host.Notice;

/** A toy shouted. */
public record Heard(Address by, String text) implements Notice {}
