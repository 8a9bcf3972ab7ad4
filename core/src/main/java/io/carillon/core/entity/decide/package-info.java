/**
 * The stage "decide": does it add value, may we, where, when?
 *
 * <p>Start at {@link io.carillon.core.entity.decide.Intents}: all gates in order, each with its reason. {@link
 * io.carillon.core.entity.decide.Contact} has quiet hours, frequency caps and priority; {@link
 * io.carillon.core.entity.decide.Messages} writes what was decided.
 */
@NullMarked
package io.carillon.core.entity.decide;

import org.jspecify.annotations.NullMarked;
