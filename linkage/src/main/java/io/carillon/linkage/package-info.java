/**
 * Which records are of the same person though they share no identifier: blocking, comparison, and the model of Fellegi and
 * Sunter, learned without labels.
 *
 * <p>Pure: no input or output, no clock, no chance. Nothing here merges anybody; it scores, and says why.
 */
@NullMarked
package io.carillon.linkage;

import org.jspecify.annotations.NullMarked;
