/**
 * Machine settings: where to listen, where data lies, how to log. Business settings stand in the workspace, never here.
 *
 * <p>Start at {@link io.carillon.server.settings.Settings}. A value comes from a flag, else from the environment
 * ({@code CARILLON_*}), else from the file of {@code --config}, else from {@link io.carillon.server.settings.Setting}'s
 * default, and remembers which.
 */
@NullMarked
package io.carillon.server.settings;

import org.jspecify.annotations.NullMarked;
