/**
 * How far it is to bring everybody up to date with definitions that are new.
 *
 * <p>Start at {@link io.carillon.core.entity.backfill.BackfillKind}. Who is told, and when, stands in the server; what each
 * then does in {@link io.carillon.core.entity.segment.Recount}.
 */
@NullMarked
package io.carillon.core.entity.backfill;

import org.jspecify.annotations.NullMarked;
