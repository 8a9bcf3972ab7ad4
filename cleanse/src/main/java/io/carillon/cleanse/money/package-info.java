/**
 * Currencies and amounts of money, as shops write them.
 *
 * <p>Start at {@link io.carillon.cleanse.money.MoneyCleanser} and {@link io.carillon.cleanse.money.CurrencyCleanser};
 * {@link io.carillon.cleanse.money.Currencies} knows the codes, signs and names. What several currencies share, as the
 * dollar sign, is settled by the country of the hints; without one the most usual is taken, and said so. Nothing is
 * converted or rounded.
 */
@NullMarked
package io.carillon.cleanse.money;

import org.jspecify.annotations.NullMarked;
