/**
 * {@code check perf} and {@code check datascale}: load of a known size on the cluster, and whether it bears it, with etcdctl's
 * loads, limits and verdicts.
 *
 * <p>What they write they take away again, bit by bit rather than by one deletion of a million keys, when they are interrupted
 * too. A protected context never sees them.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output}, {@code time} and {@code failure}.
 */
@NullMarked
package dev.quorate.check;

import org.jspecify.annotations.NullMarked;
