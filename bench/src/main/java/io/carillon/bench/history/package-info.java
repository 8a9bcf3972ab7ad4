/**
 * Ways to keep history, compared: what each costs to write, to keep, to read and to erase from.
 *
 * <p>Start at {@link HistoryBench}; {@link Design} lists the ways. {@link RocksLayout} keeps rows in RocksDB, by options;
 * {@link SegmentLayout} is a prototype of files of our own with pointers in RocksDB. What was chosen, and why, stands in
 * {@code docs/decisions/014}. Nothing here is used by a host, and nothing here reads a host's data.
 */
@NullMarked
package io.carillon.bench.history;

import org.jspecify.annotations.NullMarked;
