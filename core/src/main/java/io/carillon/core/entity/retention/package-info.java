/**
 * How far it is to take out what is too old, and what went so far.
 *
 * <p>Start at {@link io.carillon.core.entity.retention.RetentionKind}. What is too old is found by {@link
 * io.carillon.core.entity.RetentionSweep} and goes in {@link io.carillon.core.entity.Forgetting}.
 */
@NullMarked
package io.carillon.core.entity.retention;

import org.jspecify.annotations.NullMarked;
