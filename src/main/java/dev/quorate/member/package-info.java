/**
 * The membership: {@code member list}, with etcdctl's output.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.member;

import org.jspecify.annotations.NullMarked;
