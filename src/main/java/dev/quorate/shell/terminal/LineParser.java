package dev.quorate.shell.terminal;

import dev.quorate.shell.Lexed;
import dev.quorate.shell.Lexer;
import dev.quorate.shell.completion.TypedLine;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;
import org.jspecify.annotations.Nullable;

/** Lets the line reader see lines as the lexer does: when one goes on, and which word the cursor is in. */
final class LineParser implements Parser {

    /**
     * A line with its cursor.
     *
     * @param typed what is known of the word at the cursor; {@code null} where there is nothing to complete
     */
    record Line(String line, int cursor, @Nullable TypedLine typed) implements CompletingParsedLine {

        @Override
        public String word() {
            return typed == null ? "" : typed.typed();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return typed == null ? 0 : typed.before().size();
        }

        /** Of no use to anybody: what is proposed comes from {@link #typed}. */
        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return typed == null ? candidate : typed.written(candidate.toString(), complete);
        }

        @Override
        public int rawWordCursor() {
            return typed == null ? 0 : cursor - typed.start();
        }

        /** Only what is left of the cursor is replaced; what is right of it stays. */
        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }

    @Override
    public Line parse(String line, int cursor, ParseContext context) throws SyntaxError {
        if (context == ParseContext.ACCEPT_LINE) {
            Lexed lexed = Lexer.lex(line);
            if (lexed.unfinished().isPresent()) {
                throw new EOFError(-1, -1, "unfinished");
            }
        }
        if (context != ParseContext.COMPLETE) {
            return new Line(line, cursor, null);
        }
        return new Line(line, cursor, TypedLine.of(line.substring(0, cursor)).orElse(null));
    }
}
