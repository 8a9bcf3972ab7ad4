package io.carillon.core.condition;

import io.carillon.core.value.Value;

/** Of whom a condition is asked: what is known of them and what they did. */
public record Subject(Value.Fields traits, Behaviour behaviour) {}
