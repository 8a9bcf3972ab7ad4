/**
 * What a shop's pages load so that they can send: the browser SDK, unchanged but for whom it speaks to.
 *
 * <p>Start at {@link io.carillon.server.browser.BrowserSdk}, which has the routes. The SDK's files come from a jar on the
 * class path; {@link io.carillon.server.browser.PageScript} makes the one script of a source from them. Nothing here takes
 * events: those go to {@code collect}, which also tells the SDK its settings.
 */
@NullMarked
package io.carillon.server.browser;

import org.jspecify.annotations.NullMarked;
