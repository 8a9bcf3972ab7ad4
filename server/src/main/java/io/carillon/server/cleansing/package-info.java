/**
 * Cleansing at the edge: which field is of which kind, and what is kept of it.
 *
 * <p>Start at {@link io.carillon.server.cleansing.Cleansing}, which cleanses the fields of one call and writes their
 * lineage, and at {@link io.carillon.server.cleansing.FieldRules} for which field is what. A kept value is as plain as
 * the one that was sent, and what is invalid or unsure stays as it was sent, with its reason.
 */
@NullMarked
package io.carillon.server.cleansing;

import org.jspecify.annotations.NullMarked;
