/**
 * The commands that say where the operator stands: {@code connect}, {@code use}, {@code context}, {@code set},
 * {@code unset}, {@code protect}, {@code unlock}. What they change and by which rules is told in {@code session}.
 *
 * <p>The package may use {@code session}, {@code health}, {@code guard}, {@code etcd}, {@code command}, {@code output} and
 * {@code failure}.
 */
@NullMarked
package dev.quorate.context;

import org.jspecify.annotations.NullMarked;
