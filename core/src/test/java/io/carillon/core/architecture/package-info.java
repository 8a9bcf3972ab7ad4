/** Which packages may use which, and what no code in {@code core} touches. */
@NullMarked
package io.carillon.core.architecture;

import org.jspecify.annotations.NullMarked;
