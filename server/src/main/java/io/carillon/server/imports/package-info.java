/**
 * Files in: what shall be taken in from a file, how far it is, and the run that does it.
 *
 * <p>Start at {@link io.carillon.server.imports.ImportRun}, which goes through one file; {@link
 * io.carillon.server.imports.Imports} keeps those of a server and goes on with them after a restart. A row has its effect
 * once, however often a run is cut off. Nothing here begins a journey: see {@code core/event/Origin}.
 */
@NullMarked
package io.carillon.server.imports;

import org.jspecify.annotations.NullMarked;
