/**
 * Clusters as a whole. {@code status} shows one on a screen: a row for each member and a verdict on the quorum that says what
 * to do next; it works without a quorum and with dead members, within the dial timeout. The cluster file says what a cluster
 * should be: written, listed, shown and checked here. {@code cluster plan}, {@code up}, {@code drift} and {@code down} compare
 * it with the hosts and make them so.
 *
 * <p>{@code up} is one plan of stages that look before they act, so it is also how a broken-off run is continued and how
 * drift is mended. What cannot be seen on the hosts is kept beside the cluster file: the certificates, and which members once
 * were healthy, since from then on the cluster counts on their data.
 *
 * <p>A member of the file that is not on that record joins the cluster that lives: added without a vote, told the membership
 * as the cluster itself has it, promoted once it has caught up, one at a time. The others are left alone, but for certificates
 * that name all members: what etcd was told of the beginning it ignores from then on, and so does the comparison of files.
 *
 * <p>Whether a running member owes a restart is asked of its host, which compares the process with the files it was started
 * with: no record could know what another console, or a hand, has changed.
 *
 * <p>One console at a time changes a cluster ({@code ClusterLock}): a lock of the kernel on a file beside the cluster file, so
 * that it ends with its console, however that ends. It holds among all who share that home. Two operators with homes, and so
 * cluster files and authorities, of their own are not kept apart: hosts keep no lock, since one held over a connection that
 * was cut would block the console that comes to mend things. Each step looks before it acts, so what the other did is seen
 * then at the latest; quorum is counted at the last moment.
 *
 * <p>The package may use {@code provision}, {@code inventory}, {@code plan}, {@code guard}, {@code pki}, {@code remote},
 * {@code health}, {@code session}, {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.cluster;

import org.jspecify.annotations.NullMarked;
