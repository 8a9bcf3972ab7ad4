/**
 * What a message says: templates rendered for one person, and texts made from them.
 *
 * <p>Start at {@link io.carillon.core.content.liquid.Template} for rendering and at
 * {@link io.carillon.core.content.PlainText} for the text part of an HTML mail. Pure functions of their input; nothing here
 * decides whether a message may be sent.
 */
@NullMarked
package io.carillon.core.content;

import org.jspecify.annotations.NullMarked;
