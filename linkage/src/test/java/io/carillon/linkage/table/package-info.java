/** Tests of the package of that name. */
@NullMarked
package io.carillon.linkage.table;

import org.jspecify.annotations.NullMarked;
