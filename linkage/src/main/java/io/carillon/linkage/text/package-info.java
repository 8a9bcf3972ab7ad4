/**
 * How like two texts are, letter by letter and by sound; and the one form in which they are compared.
 *
 * <p>Start at {@link io.carillon.linkage.text.Normal}. Pure; every measure is symmetric, and bounded in the length of its
 * input.
 */
@NullMarked
package io.carillon.linkage.text;

import org.jspecify.annotations.NullMarked;
