package dev.quorate.shell.terminal;

import dev.quorate.output.Visible;
import java.io.PrintWriter;
import org.jline.terminal.Terminal;

/** Writes talk to a terminal, which must not take anything in it for an order: messages quote keys and values. */
final class TerminalText {

    private TerminalText() {}

    static void line(Terminal terminal, String text) {
        PrintWriter writer = terminal.writer();
        synchronized (terminal) {
            writer.print(Visible.text(text) + "\n");
            writer.flush();
        }
    }
}
