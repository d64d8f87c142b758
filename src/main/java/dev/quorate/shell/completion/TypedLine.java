package dev.quorate.shell.completion;

import dev.quorate.shell.Lexer;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.Word;
import java.util.List;
import java.util.Optional;

/**
 * A line up to the cursor.
 *
 * @param before the words that are finished
 * @param typed what the unfinished word means so far, empty where none is begun
 * @param start where that word begins in the text
 * @param quote the quote it begins with, 0 for none
 */
public record TypedLine(List<Word> before, String typed, int start, char quote) {

    /** Stands for what the operator is about to type, so that there is always a word at the cursor. */
    private static final String CURSOR = "\u2038";

    /** Nothing where the cursor is in a comment. */
    public static Optional<TypedLine> of(String upToCursor) {
        List<SourceLine> lines = Lexer.lex(upToCursor + CURSOR).lines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<Word> words = lines.getLast().words();
        Word last = words.getLast();
        if (!last.text().endsWith(CURSOR)) {
            return Optional.empty();
        }
        String typed = last.text().substring(0, last.text().length() - CURSOR.length());
        return Optional.of(
                new TypedLine(words.subList(0, words.size() - 1), typed, last.start(), quote(upToCursor, last)));
    }

    private static char quote(String text, Word word) {
        char first = word.start() < text.length() ? text.charAt(word.start()) : 0;
        return first == '\'' || first == '"' ? first : 0;
    }

    /** {@code word} as it must be written in place of what was typed. */
    public String written(String word, boolean whole) {
        return Quoting.quoted(word, quote, whole);
    }
}
