/**
 * What a command is: its words, arguments and flags, and the bound line it is run with.
 *
 * <p>Features declare {@link dev.quorate.command.CommandSpec}s; the shell parses, checks and completes from the same
 * declarations, so what is refused, helped and completed cannot differ. The package stands between features and shell
 * because neither may know the other. It knows only {@code output} and {@code failure}.
 */
@NullMarked
package dev.quorate.command;

import org.jspecify.annotations.NullMarked;
