/**
 * A workspace as a folder on disk: its files' texts, its secrets, and whether its templates are templates.
 *
 * <p>Start at {@link io.carillon.server.workspace.WorkspaceFolder}. What the texts mean is {@code
 * io.carillon.core.definition}'s to say.
 */
@NullMarked
package io.carillon.server.workspace;

import org.jspecify.annotations.NullMarked;
