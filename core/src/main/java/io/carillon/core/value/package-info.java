/**
 * Values as shops send them: text, number, flag, nothing, list, fields. What JSON can say, without a JSON library.
 *
 * <p>Start at {@link io.carillon.core.value.Value}. Used for event properties, traits and template data. Values are
 * immutable; fields keep their order.
 */
@NullMarked
package io.carillon.core.value;

import org.jspecify.annotations.NullMarked;
