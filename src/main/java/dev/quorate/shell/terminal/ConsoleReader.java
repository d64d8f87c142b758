package dev.quorate.shell.terminal;

import dev.quorate.shell.completion.Foresight;
import dev.quorate.shell.completion.LineHints;
import java.io.IOException;
import java.util.List;
import org.jline.reader.Expander;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * JLine's line reader with what it lacks: a prompt that changes while a line is typed, and a grey hint behind the line. The
 * hint is the rest of the newest line in the history that begins alike, which Right or End takes over, or what the
 * command still needs.
 */
final class ConsoleReader extends LineReaderImpl {

    /** Leaves words as they are; JLine's own knows {@code !} and {@code $}. */
    private static final Expander NOTHING_TO_EXPAND = new Expander() {
        @Override
        public String expandHistory(History history, String line) {
            return line;
        }

        @Override
        public String expandVar(String word) {
            return word;
        }
    };

    private final ReaderHistory ownHistory;
    private final LineHints hints;
    private final Foresight foresight;
    private final Look look;
    private AttributedString truth = AttributedString.EMPTY;

    ConsoleReader(Terminal terminal, LineAssistance assistance, ReaderHistory history, Look look) throws IOException {
        super(terminal, "quorate");
        this.ownHistory = history;
        this.hints = assistance.hints();
        this.foresight = assistance.foresight();
        this.look = look;
        setHistory(history);
        setExpander(NOTHING_TO_EXPAND);
        setParser(new LineParser());
        setCompleter(new TabCompleter(assistance.completion(), look));
        setHighlighter(new LineHighlighter(assistance.hints(), look));
        behave();
    }

    private void behave() {
        setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        setOpt(LineReader.Option.AUTO_FRESH_LINE);
        unsetOpt(LineReader.Option.HISTORY_INCREMENTAL);
        unsetOpt(LineReader.Option.COMPLETE_MATCHER_TYPO);
        setVariable(LineReader.HISTORY_SIZE, 6000);
        setVariable(LineReader.LIST_MAX, 150);
        setVariable(LineReader.BELL_STYLE, "none");
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, look.choose("… ", "> "));
    }

    /** Reads a line behind {@code prompt}. */
    String read(AttributedString prompt) {
        truth = prompt;
        try {
            return readLine();
        } finally {
            foresight.entered();
        }
    }

    /** JLine's patterns in prompts are of no use here; {@code pattern} is always {@code null}. */
    @Override
    public void setPrompt(String pattern) {
        prompt = truth;
    }

    /**
     * Puts {@code newPrompt} in the place of the one shown. Does nothing while no line is typed, or while the reader is
     * busy: the next look at the cluster comes soon.
     */
    void replacePrompt(AttributedString newPrompt) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (reading && !newPrompt.equals(truth)) {
                truth = newPrompt;
                prompt = newPrompt;
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        boolean finished = !doAutosuggestion;
        foresight.typed(buf.toString());
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (finished || !look.colour() || post != null || buf.length() == 0 || buf.cursor() < buf.length()) {
            return shown;
        }
        String hint = hint(size.getColumns() - columnAfter(shown) - 1);
        return new AttributedStringBuilder()
                .append(shown)
                .styled(AttributedStyle::faint, hint)
                .toAttributedString();
    }

    /** At most {@code room} columns wide: a hint never makes the line wrap. */
    private String hint(int room) {
        String suggestion = suggestion();
        String hint = suggestion.isEmpty() ? hints.missing(buf.toString()) : suggestion;
        return hint.substring(0, Math.clamp(room, 0, hint.length()));
    }

    /** Nothing where the line in the history was a mistake. */
    private String suggestion() {
        String typed = buf.toString();
        String suggestion = ownHistory.suggestion(typed);
        return hints.unknown(typed + suggestion).isPresent() ? "" : suggestion;
    }

    private int columnAfter(AttributedString shown) {
        List<AttributedString> lines = shown.columnSplitLength(size.getColumns());
        return lines.isEmpty() ? 0 : lines.getLast().columnLength();
    }

    /** Goes to a new line unless the cursor is at the begin of one: blanks for a whole line wrap only in the first case. */
    @Override
    protected boolean freshLine() {
        int columns = size.getColumns();
        terminal.writer().write(" ".repeat(Math.max(0, columns)) + "\r \r");
        return true;
    }

    @Override
    protected boolean forwardChar() {
        return takeSuggestion() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takeSuggestion() || super.endOfLine();
    }

    private boolean takeSuggestion() {
        if (!look.colour() || buf.cursor() < buf.length()) {
            return false;
        }
        String suggestion = suggestion();
        buf.write(suggestion);
        return !suggestion.isEmpty();
    }
}
