/**
 * What is asked of members one by one, and alarms: {@code endpoint status|health|hashkv}, {@code alarm list|disarm},
 * {@code defrag}, {@code downgrade …}, with etcdctl's output.
 *
 * <p>Endpoints are asked all at once, where etcdctl asks one after another, and printed in the order they were given; a
 * dead one costs its own row and the exit status, never the others' rows. {@code endpoint health} has the same order
 * although etcdctl prints who answers first.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.maintenance;

import org.jspecify.annotations.NullMarked;
