/** Tests of the package of that name. */
@NullMarked
package io.carillon.linkage.text;

import org.jspecify.annotations.NullMarked;
