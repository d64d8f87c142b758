/**
 * The membership: {@code member …} and {@code move-leader}, with etcdctl's output, by name or by id. At a terminal the votes
 * are counted before and after each change, and what costs a member is confirmed.
 *
 * <p>The package may use {@code health}, {@code guard}, {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.member;

import org.jspecify.annotations.NullMarked;
