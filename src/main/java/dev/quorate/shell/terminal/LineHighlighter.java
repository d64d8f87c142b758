package dev.quorate.shell.terminal;

import dev.quorate.shell.Word;
import dev.quorate.shell.completion.LineHints;
import java.util.Optional;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows the first unknown word of a line in red while the line is typed. */
final class LineHighlighter implements Highlighter {

    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final LineHints hints;
    private final Look look;

    LineHighlighter(LineHints hints, Look look) {
        this.hints = hints;
        this.look = look;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        Optional<Word> wrong = look.colour() ? hints.unknown(buffer) : Optional.empty();
        if (wrong.isEmpty()) {
            return new AttributedString(buffer);
        }
        int start = wrong.get().start();
        int end = Math.min(wrong.get().end(), buffer.length());
        return new AttributedStringBuilder()
                .append(buffer, 0, start)
                .styled(WRONG, buffer.substring(start, end))
                .append(buffer, end, buffer.length())
                .toAttributedString();
    }
}
