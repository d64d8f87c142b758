package dev.quorate.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A line to run, which may span several lines of its source.
 *
 * @param words empty only in {@link #NONE}
 * @param text as it was typed, variables not filled in
 */
public record SourceLine(List<Word> words, String text) {

    static final SourceLine NONE = new SourceLine(List.of(), "");

    public SourceLine {
        words = List.copyOf(words);
    }

    /** The line that the arguments of a process make; they are taken as they are. */
    public static SourceLine ofArguments(List<String> arguments) {
        List<Word> words = new ArrayList<>();
        for (String argument : arguments) {
            words.add(Word.whole(argument, words.size()));
        }
        return new SourceLine(words, String.join(" ", arguments));
    }

    /** The number of its first line in its source, from 1. */
    public int number() {
        return words.getFirst().line();
    }

    /** What its words mean. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(words.size());
        for (Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }
}
