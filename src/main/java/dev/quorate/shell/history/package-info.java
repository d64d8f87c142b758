/**
 * Lines once typed: one file for each cluster, for its owner alone, without secrets. Kept apart from the terminal, so that
 * {@code history} can tell them where there is none.
 */
@NullMarked
package dev.quorate.shell.history;

import org.jspecify.annotations.NullMarked;
