/** A real browser without a window, driven by its own protocol. Start at {@link io.carillon.server.chromium.Chromium}. */
@NullMarked
package io.carillon.server.chromium;

import org.jspecify.annotations.NullMarked;
