package dev.quorate.shell.terminal;

import dev.quorate.shell.completion.Foresight;
import dev.quorate.shell.completion.LineCompletion;
import dev.quorate.shell.completion.LineHints;

/**
 * What helps while a line is typed.
 *
 * @param completion what Tab proposes
 * @param hints what is said without being asked
 * @param foresight what is begun before it is asked for
 */
public record LineAssistance(LineCompletion completion, LineHints hints, Foresight foresight) {}
