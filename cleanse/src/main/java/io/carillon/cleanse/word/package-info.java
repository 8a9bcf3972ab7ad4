/**
 * What the lists of names and codes have in common: how a name is compared ({@link io.carillon.cleanse.word.Folding}),
 * how far a slip of the finger goes ({@link io.carillon.cleanse.word.OneEdit}), in which languages names are known
 * ({@link io.carillon.cleanse.word.Tongues}) and how a list is read ({@link io.carillon.cleanse.word.Table}).
 *
 * <p>Knows no kind of field. It never uses the machine's language.
 */
@NullMarked
package io.carillon.cleanse.word;

import org.jspecify.annotations.NullMarked;
