/**
 * The published workspace: its files and versions, and who is told of a new one.
 *
 * <p>Start at {@link io.carillon.core.entity.workspace.WorkspaceKind}.
 */
@NullMarked
package io.carillon.core.entity.workspace;

import org.jspecify.annotations.NullMarked;
