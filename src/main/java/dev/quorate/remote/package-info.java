/**
 * A host: running commands, files, services, facts. The machine at hand ({@code remote.local}) and one over SSH look the
 * same.
 *
 * <p>Who may do what is a decorator, not a flag: {@link dev.quorate.remote.ReadOnlyHost} refuses every change, so a
 * preview cannot change anything by construction; {@link dev.quorate.remote.AuditedHost} tells of every change. Commands
 * are lists of words; no secret ever stands in one, it goes by standard input. This package knows only {@code failure}.
 */
@NullMarked
package dev.quorate.remote;

import org.jspecify.annotations.NullMarked;
