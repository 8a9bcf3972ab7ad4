/** What people can rely on, told by a world. */
@NullMarked
package io.carillon.testkit.behaviour;

import org.jspecify.annotations.NullMarked;
