/**
 * What must hold before something is changed, and what the operator must say to it.
 *
 * <p>Guards are data: a {@link dev.quorate.guard.Check} answers {@link dev.quorate.guard.Finding}s, each with a remedy, and a
 * {@link dev.quorate.guard.Preflight} gathers all of them before anything is asked. A
 * {@link dev.quorate.guard.Confirmation} asks according to the {@link dev.quorate.guard.Risk}. This package knows only
 * {@code command}, for the line that is to be asked, and {@code failure}.
 */
@NullMarked
package dev.quorate.guard;

import org.jspecify.annotations.NullMarked;
