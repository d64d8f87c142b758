/**
 * Where the operator stands: which cluster, with which credentials, under which settings, and where each came from.
 *
 * <p>A {@link dev.quorate.session.Session} is immutable; {@link dev.quorate.session.Sessions} holds the current one and
 * lets a line overlay it; {@link dev.quorate.session.Connections} keeps the clients that belong to sessions.
 *
 * <p><b>Precedence.</b> Each value is taken from the first of these that has it: a flag of the line, {@code set}, the
 * context in force, {@code ETCDCTL_*}, the default. A flag and its variable together are no error, as they are in etcdctl
 * (etcd#12222); the flag wins.
 *
 * <p><b>Identity is all or nothing.</b> Endpoints, TLS files and credentials say together which cluster it is and who
 * asks. While a saved context is in force, the environment has no say in any of them. And a context that is merely
 * remembered from an earlier {@code use} does not apply at all to a line from a shell whose endpoints come from a flag or
 * from {@code ETCDCTL_ENDPOINTS}: credentials of one cluster never go to another by accident. A context that was asked for
 * ({@code --context}, {@code QUORATE_CLUSTER}) or that the prompt shows stays in force when a line names other endpoints,
 * as they are then other members of the same cluster.
 *
 * <p><b>Which context at start:</b> {@code --context NAME}, else {@code QUORATE_CLUSTER}, else none if endpoints are
 * given, else the one last used, else none: then lines go to 127.0.0.1:2379 as etcdctl's do. {@code --context ''} is none.
 *
 * <p>Passwords are never stored: a context keeps the user and, if wished, the name of a file whose first line is the
 * password. Otherwise it is asked for when the first connection is made.
 *
 * <p><b>Protection.</b> A context can be marked as protected; the mark is a file beside it, so it outlives saving and
 * connecting anew, and counts in every console at once. {@link dev.quorate.session.Protection} says how a session stands,
 * the shell's line executor acts by it. Unlocking is in memory only: it ends with the process.
 *
 * <p>The package may use {@code etcd}, {@code command}, {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.session;

import org.jspecify.annotations.NullMarked;
