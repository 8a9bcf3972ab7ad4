/**
 * What each source sent, day by day, as figures; what is wrong with it by them, since when, and whether it was told.
 *
 * <p>Start at {@link io.carillon.core.entity.audit.AuditKind}. It keeps the day that is under way and writes each day as a
 * row; it does not judge: that is done outside, from the rows, and it is told what came of it.
 */
@NullMarked
package io.carillon.core.entity.audit;

import org.jspecify.annotations.NullMarked;
