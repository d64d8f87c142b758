/**
 * The whole cluster: how it is, and how it should be.
 *
 * <p>{@code status} shows it on one screen, a row for each member and a verdict on the quorum that says what to do next; it
 * works without a quorum and with dead members, within the dial timeout. The other commands work on the cluster file of
 * {@code inventory}: they write it from answers, flags or another tool's data, show it, check it ({@code cluster.lint}) and
 * hand it on to other tools.
 *
 * <p>The package may use {@code inventory}, {@code nodeconfig}, {@code health}, {@code session}, {@code etcd},
 * {@code command}, {@code output}, {@code guard} and {@code failure}.
 */
@NullMarked
package dev.quorate.cluster;

import org.jspecify.annotations.NullMarked;
