/**
 * Files of records: CSV in all its dialects, JSON Lines and JSON arrays, plain or gzip.
 *
 * <p>Start at {@link io.carillon.connectors.file.RecordFile}: it finds out what a file is from its beginning and reads it
 * row by row. What cannot be read is told as {@link io.carillon.connectors.file.Entry.Unreadable} and the rest goes on.
 * Never holds more than one row and the file's beginning; never guesses about a value inside a row.
 */
@NullMarked
package io.carillon.connectors.file;

import org.jspecify.annotations.NullMarked;
