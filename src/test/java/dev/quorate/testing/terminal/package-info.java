/**
 * A real terminal for tests: {@link dev.quorate.testing.terminal.TerminalDriver} starts a program on a pseudo-terminal of the
 * operating system, types, and waits for what an operator would see, a {@link dev.quorate.testing.terminal.Screen}.
 *
 * <p>Only a real terminal shows what a console does with Ctrl-C, with echo, with what is typed ahead and with a width of
 * forty columns. The package knows no command of the console; it can drive any program.
 */
@NullMarked
package dev.quorate.testing.terminal;

import org.jspecify.annotations.NullMarked;
