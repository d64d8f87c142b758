/**
 * Taking turns: {@code lock} and {@code elect}, by the keys that etcd's own client writes ({@code client/v3/concurrency}),
 * so that a lock of etcdctl or of a program and one of ours exclude each other.
 *
 * <p>Who wants a lock writes the key {@code NAME/LEASE}, hung on a lease that is kept alive; the oldest key holds it. Who
 * waits watches the key written just before its own. A lock ends with its key or its lease, so that one who dies does not
 * hold it for longer than the time to live.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.lock;

import org.jspecify.annotations.NullMarked;
