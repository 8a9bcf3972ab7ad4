/**
 * What does a shop's traffic look like? {@link io.carillon.testkit.shop.Shoppers} makes the calls that the pages of a shop
 * send, as JSON, by seed.
 *
 * <p>For load and for show: without end, in little memory, with synthetic people only. It sends nothing itself.
 */
@NullMarked
package io.carillon.testkit.shop;

import org.jspecify.annotations.NullMarked;
