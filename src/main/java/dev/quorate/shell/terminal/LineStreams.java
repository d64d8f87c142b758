package dev.quorate.shell.terminal;

import dev.quorate.output.Surface;
import dev.quorate.shell.Questions;
import dev.quorate.shell.Streams;
import java.io.IOException;
import java.io.OutputStream;
import org.jline.terminal.Terminal;

/**
 * What one line reads and writes at the terminal. A line that is left behind is cut off: whatever it still writes goes
 * nowhere, so that it cannot write into the lines typed after it.
 */
final class LineStreams {

    private final Terminal terminal;
    private final OutputStream output;
    private volatile boolean cutOff;

    LineStreams(Terminal terminal) {
        this.terminal = terminal;
        this.output = new Output();
    }

    /** @param asking what commands ask by; what they read is of {@code questions} */
    Streams streams(TerminalQuestions questions, Questions asking, Look look) {
        int width = terminal.getColumns() > 0 ? terminal.getColumns() : 80;
        return new Streams(
                new TerminalInput(questions, look.choose("… ", "> ")),
                output,
                this::talk,
                Surface.terminal(width),
                asking);
    }

    void cutOff() {
        cutOff = true;
    }

    private void talk(String text) {
        if (!cutOff) {
            TerminalText.line(terminal, text);
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!cutOff) {
                terminal.output().write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!cutOff) {
                terminal.output().flush();
            }
        }
    }
}
