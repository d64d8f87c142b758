/**
 * What Tab proposes, without knowing a terminal: from the declarations of the commands, from files, and from the cluster.
 *
 * <p>Whatever a proposal needs from a network is asked on another thread, once, and waited for no longer than
 * {@link dev.quorate.shell.completion.Lookups} allows: a cluster that is in trouble must not freeze the line the operator
 * is typing to rescue it. What comes too late is there for the next Tab.
 */
@NullMarked
package dev.quorate.shell.completion;

import org.jspecify.annotations.NullMarked;
