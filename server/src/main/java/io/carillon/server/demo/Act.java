package io.carillon.server.demo;

import io.carillon.core.value.Value;
import java.time.Duration;

/**
 * One call that a shopper's browser makes.
 *
 * @param at since the shop opened
 * @param call the last part of the path: {@code track}, {@code identify}…
 */
record Act(Duration at, String call, Value.Fields body) {}
