/**
 * Phone numbers: E.164, whose country, and of what type.
 *
 * <p>Start at {@link io.carillon.cleanse.phone.PhoneCleanser}; {@link io.carillon.cleanse.phone.PhoneNumbers} is the form
 * that identifies. What ranges are assigned is libphonenumber's knowledge. It never calls anybody.
 */
@NullMarked
package io.carillon.cleanse.phone;

import org.jspecify.annotations.NullMarked;
