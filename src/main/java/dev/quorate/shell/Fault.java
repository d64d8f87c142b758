package dev.quorate.shell;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in what was typed.
 *
 * @param line from 1
 * @param column from 1
 * @param message lower-case, naming the word
 * @param hint what to type instead, or {@code null}
 */
public record Fault(
        int line, int column, String message, @Nullable String hint) {

    static Fault at(Word word, String message, @Nullable String hint) {
        return new Fault(word.line(), word.column(), message, hint);
    }
}
