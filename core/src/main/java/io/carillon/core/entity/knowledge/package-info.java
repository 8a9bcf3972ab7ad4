/**
 * What all entities read and none owns: the published definitions, compiled and indexed, and how customers and inboxes
 * are addressed.
 *
 * <p>Start at {@link io.carillon.core.entity.knowledge.Knowledge}: an immutable snapshot, exchanged as a whole when something
 * is published.
 */
@NullMarked
package io.carillon.core.entity.knowledge;

import org.jspecify.annotations.NullMarked;
