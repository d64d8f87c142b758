package dev.quorate.shell;

import dev.quorate.shell.Lexed.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into lines and words as {@code sh} does, without its expansions: single quotes keep everything, double
 * quotes all but a backslash before {@code " \ $ `}, a backslash keeps the next character, {@code #} begins a comment at
 * the start of a word, a backslash at the end of a line goes on with the next. Line ends and {@code ;} end a line. A line
 * is otherwise taken as typed: {@code !}, {@code *}, {@code |} and {@code >} are characters as others.
 */
public final class Lexer {

    private final String source;
    private final @Nullable Variables variables;

    private final List<SourceLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private int position;
    private int line = 1;
    private int lineStart;
    private int wordStart = -1;
    private int wordLine;
    private int wordColumn;
    private boolean quoted;
    private int begin;
    private @Nullable Unfinished unfinished;

    private Lexer(String source, @Nullable Variables variables) {
        this.source = source;
        this.variables = variables;
    }

    /** Reads what was typed at the prompt. */
    public static Lexed lex(String source) {
        return new Lexer(source, null).run();
    }

    /** Reads a script. A variable fills its place in a word and is never split. */
    public static Lexed lex(String source, Variables variables) {
        return new Lexer(source, variables).run();
    }

    private Lexed run() {
        while (position < source.length()) {
            step(source.charAt(position));
        }
        endLine(position);
        return new Lexed(lines, faults, Optional.ofNullable(unfinished));
    }

    private void step(char character) {
        switch (character) {
            case '\n', ';' -> {
                endLine(position);
                advance();
                begin = position;
            }
            case ' ', '\t', '\r' -> {
                endWord();
                advance();
            }
            case '#' -> comment();
            case '\\' -> escape();
            case '\'' -> singleQuotes();
            case '"' -> doubleQuotes();
            default -> plain(character);
        }
    }

    private void comment() {
        if (wordStart >= 0) {
            take();
            return;
        }
        while (position < source.length() && source.charAt(position) != '\n') {
            advance();
        }
    }

    private void escape() {
        int next = position + 1;
        if (next >= source.length()) {
            beginWord();
            unfinish(Unfinished.ESCAPE, "nothing follows the backslash");
            advance();
            return;
        }
        if (source.charAt(next) == '\n' || source.startsWith("\r\n", next)) {
            skipTo(source.indexOf('\n', next) + 1);
            return;
        }
        beginWord();
        quoted = true;
        advance();
        take();
    }

    private void singleQuotes() {
        beginWord();
        quoted = true;
        int open = position;
        int close = source.indexOf('\'', position + 1);
        if (close < 0) {
            unfinish(Unfinished.SINGLE_QUOTE, "the single quote is not closed");
            close = source.length();
        }
        text.append(source, open + 1, close);
        skipTo(Math.min(close + 1, source.length()));
    }

    private void doubleQuotes() {
        beginWord();
        quoted = true;
        Fault open = here("the double quote is not closed");
        advance();
        while (position < source.length() && source.charAt(position) != '"') {
            insideDoubleQuotes(source.charAt(position));
        }
        if (position == source.length()) {
            unfinished = Unfinished.DOUBLE_QUOTE;
            faults.add(open);
            return;
        }
        advance();
    }

    private void insideDoubleQuotes(char character) {
        if (character == '\\' && position + 1 < source.length()) {
            escapeInDoubleQuotes(source.charAt(position + 1));
            return;
        }
        if (character == '$' && variable()) {
            return;
        }
        take();
    }

    private void escapeInDoubleQuotes(char next) {
        switch (next) {
            case '"', '\\', '$', '`' -> {
                advance();
                take();
            }
            case '\n' -> skipTo(position + 2);
            default -> {
                take();
                take();
            }
        }
    }

    private void plain(char character) {
        beginWord();
        if (character == '$' && variable()) {
            return;
        }
        take();
    }

    /** Fills in the variable that begins here; false where a dollar is just a dollar. */
    private boolean variable() {
        if (variables == null || !source.startsWith("${", position)) {
            return false;
        }
        int close = source.indexOf('}', position);
        if (close < 0) {
            faults.add(here("${ is not closed by }"));
            skipTo(source.length());
            return true;
        }
        String name = source.substring(position + 2, close);
        Optional<String> value = variables.value(name);
        if (value.isEmpty()) {
            Fault fault = here("unknown variable ${" + name + "}");
            faults.add(new Fault(fault.line(), fault.column(), fault.message(), Variables.hint(name)));
        }
        text.append(value.orElse(""));
        quoted = true;
        skipTo(close + 1);
        return true;
    }

    private void beginWord() {
        if (wordStart < 0) {
            wordStart = position;
            wordLine = line;
            wordColumn = position - lineStart + 1;
        }
    }

    private void endWord() {
        if (wordStart < 0) {
            return;
        }
        words.add(new Word(text.toString(), wordStart, position, wordLine, wordColumn, quoted));
        text.setLength(0);
        wordStart = -1;
        quoted = false;
    }

    private void endLine(int end) {
        endWord();
        if (!words.isEmpty()) {
            lines.add(new SourceLine(words, source.substring(begin, end).strip()));
            words.clear();
        }
    }

    private void unfinish(Unfinished what, String message) {
        unfinished = what;
        faults.add(here(message));
    }

    private Fault here(String message) {
        return new Fault(line, position - lineStart + 1, message, null);
    }

    private void take() {
        beginWord();
        text.append(source.charAt(position));
        advance();
    }

    private void skipTo(int target) {
        while (position < target) {
            advance();
        }
    }

    private void advance() {
        if (source.charAt(position) == '\n') {
            line++;
            lineStart = position + 1;
        }
        position++;
    }
}
