/**
 * What an operator asks first: with which settings, on what machine, and is everything well? Used by {@code ./carillon
 * doctor}, on the spot for a data folder that nobody has open, else by way of the running server.
 *
 * <p>Start at {@link io.carillon.server.doctor.Diagnosis}, which the others fill: a section each, and problems with what
 * to do about them. Nothing here changes anything, names a person or shows a secret.
 */
@NullMarked
package io.carillon.server.doctor;

import org.jspecify.annotations.NullMarked;
