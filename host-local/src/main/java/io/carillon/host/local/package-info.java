/**
 * The host that runs in one process: entities on RocksDB, spread over shards of one thread each.
 *
 * <p>Start at {@link io.carillon.host.local.LocalHost}, then {@code Shard} for the loop: take what has arrived, handle a
 * group of messages, commit it with one synced write, only then tell anybody. {@code Store} and {@code Keys} say what is
 * on disk. Nothing here knows what a customer is; what is promised stands in {@link io.carillon.core.host.Host}.
 */
@NullMarked
package io.carillon.host.local;

import org.jspecify.annotations.NullMarked;
