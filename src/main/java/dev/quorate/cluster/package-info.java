/**
 * The whole cluster on one screen: {@code status}, a row for each member and a verdict on the quorum that says what to do
 * next. It works without a quorum and with dead members, within the dial timeout.
 *
 * <p>The package may use {@code health}, {@code session}, {@code etcd}, {@code command}, {@code output} and
 * {@code failure}.
 */
@NullMarked
package dev.quorate.cluster;

import org.jspecify.annotations.NullMarked;
