package dev.quorate.shell;

import java.util.List;
import java.util.Optional;

/**
 * What a text is made of.
 *
 * @param lines those with words in them; the last one counts even where it is incomplete
 * @param faults variables nobody set, and what is incomplete
 * @param unfinished what is still open at the end: the operator may type on
 */
public record Lexed(List<SourceLine> lines, List<Fault> faults, Optional<Unfinished> unfinished) {

    /** What the end of the text cuts off. */
    public enum Unfinished {
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        ESCAPE
    }

    public Lexed {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }
}
