package dev.quorate.shell.terminal;

import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.LineHints;

/**
 * What helps while a line is typed.
 *
 * @param completion what Tab proposes
 * @param hints what is said without being asked
 */
public record LineAssistance(LineCompletion completion, LineHints hints) {}
