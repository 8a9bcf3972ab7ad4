/** Tests of the property tests. */
@NullMarked
package io.carillon.testkit.property;

import org.jspecify.annotations.NullMarked;
