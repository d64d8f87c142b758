package dev.quorate.shell;

/**
 * A word of a line.
 *
 * @param text what it means, quotes and escapes taken away
 * @param start where it begins in the text it was read from
 * @param end where it ends, exclusive
 * @param line line of its first character, from 1
 * @param column column of its first character, from 1
 * @param quoted whether any part was quoted or escaped
 */
public record Word(String text, int start, int end, int line, int column, boolean quoted) {

    /** A word that was handed over whole, as the arguments of a process are: the {@code index}th, from 0. */
    static Word whole(String text, int index) {
        return new Word(text, 0, text.length(), 1, index + 1, false);
    }
}
