/**
 * Liquid templates: text with {@code {{ outputs }}} and {@code {% tags %}}, as Shopify's reference implementation has them.
 *
 * <p>Start at {@link io.carillon.core.content.liquid.Template}: parse once, render for many people and from many threads.
 * Parsing makes an immutable tree; a {@code RenderContext} holds all that changes while one rendering runs. Steps, output,
 * nesting and sizes are counted ({@link io.carillon.core.content.liquid.Limits}); time and zone are inputs. It never reads
 * the machine's clock, zone or locale, and never uses reflection: data are values.
 */
@NullMarked
package io.carillon.core.content.liquid;

import org.jspecify.annotations.NullMarked;
