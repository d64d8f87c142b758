package dev.quorate.shell.completion;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.shell.BindException;
import dev.quorate.shell.Binder;
import dev.quorate.shell.Expectation;
import dev.quorate.shell.Lexer;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.Usage;
import dev.quorate.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said of a line while it is typed, without asking anybody: what it still needs, which word is wrong. */
public final class LineHints {

    private static final int LONGEST = 200;

    private final Binder binder;

    public LineHints(Binder binder) {
        this.binder = binder;
    }

    /** What has to follow {@code line}, as a synopsis: {@code <value>}. Empty inside a word. */
    public String missing(String line) {
        Optional<TypedLine> typed = TypedLine.of(line).filter(one -> one.typed().isEmpty() && one.quote() == 0);
        if (typed.isEmpty() || typed.get().before().isEmpty()) {
            return "";
        }
        Expectation expected = binder.expect(typed.get().before(), "");
        if (expected.valueOf().isPresent()) {
            return "<" + expected.valueOf().get().type().placeholder() + ">";
        }
        if (expected.argument().isPresent() && expected.command().isPresent()) {
            return synopsis(expected.command().get(), expected.argument().get());
        }
        return "";
    }

    private static String synopsis(CommandSpec command, Argument<?> next) {
        List<Argument<?>> all = command.arguments();
        return all.subList(all.indexOf(next), all.size()).stream()
                .map(Usage::of)
                .collect(Collectors.joining(" "));
    }

    /** The first word of {@code text} that is no command or flag and cannot become one by typing on. */
    public Optional<Word> unknown(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (SourceLine line : Lexer.lex(text).lines()) {
            Optional<Word> unknown = unknown(line, text.length());
            if (unknown.isPresent()) {
                return unknown;
            }
        }
        return Optional.empty();
    }

    private Optional<Word> unknown(SourceLine line, int end) {
        if (binds(line)) {
            return Optional.empty();
        }
        List<Word> words = line.words();
        for (int count = 1; count <= words.size(); count++) {
            Word word = words.get(count - 1);
            if (isDeadEnd(binder.expect(words.subList(0, count), ""))) {
                Expectation place = binder.expect(words.subList(0, count - 1), word.text());
                return word.end() == end && canBecome(place, word.text()) ? Optional.empty() : Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean binds(SourceLine line) {
        try {
            binder.bind(line);
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private static boolean isDeadEnd(Expectation expected) {
        return expected.commandWords().isEmpty()
                && expected.command().isEmpty()
                && expected.valueOf().isEmpty()
                && expected.flags().isEmpty();
    }

    private static boolean canBecome(Expectation place, String typed) {
        boolean word =
                place.commandWords().stream().anyMatch(node -> node.word().startsWith(typed));
        boolean flag = place.flags().stream().anyMatch(one -> ("--" + one.name()).startsWith(typed));
        return word || flag || typed.equals("-") || place.valueOf().isPresent();
    }
}
