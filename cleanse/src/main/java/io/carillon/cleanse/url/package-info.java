/**
 * Addresses of web pages.
 *
 * <p>Start at {@link io.carillon.cleanse.url.UrlCleanser}: only what a browser fetches by http or https. It never fetches.
 */
@NullMarked
package io.carillon.cleanse.url;

import org.jspecify.annotations.NullMarked;
