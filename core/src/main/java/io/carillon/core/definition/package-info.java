/**
 * Definitions as people write them: YAML text in, definitions out, or every problem with its file, line and column.
 *
 * <p>Start at {@link io.carillon.core.definition.WorkspaceReader}; each kind of file has a class that reads it. Text only:
 * whoever calls reads the folder, and secrets come through {@link io.carillon.core.definition.Secrets}.
 */
@NullMarked
package io.carillon.core.definition;

import org.jspecify.annotations.NullMarked;
