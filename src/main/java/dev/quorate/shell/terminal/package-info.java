/**
 * The interactive console, and everything of JLine: reading and editing lines, prompt, Tab, colours, questions, Ctrl-C.
 *
 * <p>JLine 4.4.8 is told to leave things alone that it would do by default: no event expansion (it rewrites {@code hello!!}),
 * no probing for grapheme clusters (it waits for terminals that do not answer and eats what was typed ahead), no fork of
 * {@code infocmp} for terminals it knows, no changing of signal handlers (it falls back to the system's for a moment, in which
 * Ctrl-C ends the program), and the JNI provider because it starts fastest. Lines run on a thread of their
 * own, so that Ctrl-C always has somebody to talk to; nothing here waits for a network on the thread that reads keys.
 */
@NullMarked
package dev.quorate.shell.terminal;

import org.jspecify.annotations.NullMarked;
