/**
 * Backups of everything that is kept, and the way back. A backup is a folder: {@code manifest.json}, and under
 * {@code data} the files of a data folder as of one instant.
 *
 * <p>Start at {@link io.carillon.server.backup.Manifest}. {@code Backups} makes one of a running server and sends it as a
 * ZIP; {@code BackupFolder} takes it in, or takes the files of a stopped one; {@code Restore} turns it into a data folder.
 * The manifest is written last: a backup without one is none. Nothing here knows what is in the files.
 */
@NullMarked
package io.carillon.server.backup;

import org.jspecify.annotations.NullMarked;
