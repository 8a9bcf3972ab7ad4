/**
 * The model of Fellegi and Sunter, learned without labels: what a likeness of each column is worth, and how probable it is
 * that a pair is one person.
 *
 * <p>Start at {@link io.carillon.linkage.model.Learning}; what was learned is a {@link io.carillon.linkage.model.Model}.
 */
@NullMarked
package io.carillon.linkage.model;

import org.jspecify.annotations.NullMarked;
