/** Tests of the package of that name. */
@NullMarked
package io.carillon.linkage.compare;

import org.jspecify.annotations.NullMarked;
