/**
 * The line: read, bind, run, report. One lexer, one strict binder and one executor serve the prompt, scripts, {@code -c},
 * standard input and the one line of the operating system's shell, so a line means the same wherever it is typed.
 *
 * <p>Spring Shell supplies the command model and its registry; parser, runners and reporting are ours, because its own
 * split JSON in quotes, let a boolean flag eat the next word, ran commands with arguments missing and ended with status 0
 * after a failure. The whole line is bound, values included, before anything happens. Nothing here knows JLine, which is
 * sealed in {@code dev.quorate.shell.terminal}; the terminal hands in {@link dev.quorate.shell.Streams} and
 * {@link dev.quorate.shell.Questions}.
 */
@NullMarked
package dev.quorate.shell;

import org.jspecify.annotations.NullMarked;
