/**
 * Completion in the operating system's shells: one script for each, made from the declarations of the commands, and the hidden
 * command by which such a script asks for the names that only the cluster knows.
 *
 * <p>A script answers by itself what it can, as a start of the program takes a moment. {@code completions/} holds the scripts
 * as they are made; a test compares.
 */
@NullMarked
package dev.quorate.shell.completion.script;

import org.jspecify.annotations.NullMarked;
