/**
 * Numbers as people write them, exactly: which separator parts groups and which the decimals, the digits of all scripts,
 * signs, per cent and powers of ten.
 *
 * <p>Start at {@link io.carillon.cleanse.number.NumberCleanser}; {@link io.carillon.cleanse.number.Figures} is what money
 * uses too. It never uses binary floating point.
 */
@NullMarked
package io.carillon.cleanse.number;

import org.jspecify.annotations.NullMarked;
