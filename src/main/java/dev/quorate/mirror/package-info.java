/**
 * {@code make-mirror}: keeps keys of another cluster like those of this one, with etcdctl's flags and output.
 *
 * <p>First what is there is copied at one revision, then changes are followed by a watch from the next one on. What is
 * written is the same however often it is written, so that a write whose answer was lost is simply made again, and the death
 * of a member on either side costs time only. etcdctl writes one key after another and ends when anything fails.
 *
 * <p>The package may use {@code session}, {@code etcd}, {@code command}, {@code output}, {@code time} and {@code failure}.
 */
@NullMarked
package dev.quorate.mirror;

import org.jspecify.annotations.NullMarked;
