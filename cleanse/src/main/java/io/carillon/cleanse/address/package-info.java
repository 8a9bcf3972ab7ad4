/**
 * Postal addresses in one form: split into their parts, each written as its country writes it.
 *
 * <p>Start at {@link io.carillon.cleanse.address.AddressCleanser}, which finds the country; an {@link
 * io.carillon.cleanse.address.AddressFormat} for each then reads the words. No word is lost: what is no part of the
 * address stands in its lines. No look-up over a network, and no list of streets: what the text does not say stays open.
 */
@NullMarked
package io.carillon.cleanse.address;

import org.jspecify.annotations.NullMarked;
