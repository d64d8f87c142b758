/**
 * Keys: get, put, del, txn and compaction, with the flags, the output and the exit statuses of etcdctl 3.5.
 *
 * <p>A {@code *Line} class declares what stands on a line and makes the request of it, refusing contradictions before
 * any call; the requests of a transaction are the same lines. May use the building blocks; knows no other feature.
 */
@NullMarked
package dev.quorate.kv;

import org.jspecify.annotations.NullMarked;
