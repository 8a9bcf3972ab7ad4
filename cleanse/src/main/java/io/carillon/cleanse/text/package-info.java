/**
 * What every cleanser does to a text before it reads it.
 *
 * <p>Start at {@link io.carillon.cleanse.text.Tidy}: characters that nobody sees go, wide ones become plain, and each
 * such rule is told as a change. It never judges what the text means.
 */
@NullMarked
package io.carillon.cleanse.text;

import org.jspecify.annotations.NullMarked;
