/** The laws of conditions, on random conditions and pasts. */
@NullMarked
package io.carillon.testkit.condition;

import org.jspecify.annotations.NullMarked;
