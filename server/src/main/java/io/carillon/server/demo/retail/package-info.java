/**
 * What the demo's customers do: real orders of UCI Online Retail (see {@code SOURCE.md} beside the data), and around them,
 * drawn by seed, what a shop's other silos would tell: visits, carts, devices, names, parcels. Start at {@link
 * io.carillon.server.demo.retail.Script}. Pure: the same for the same seed; it sends nothing and knows no server.
 */
@NullMarked
package io.carillon.server.demo.retail;

import org.jspecify.annotations.NullMarked;
