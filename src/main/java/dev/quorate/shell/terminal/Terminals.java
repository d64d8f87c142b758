package dev.quorate.shell.terminal;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;

/** Opens the terminal of the process. */
final class Terminals {

    /** Terminals JLine has no description of, and one that describes them well enough. */
    private static final Map<String, String> ALIKE = Map.of(
            "tmux", "screen",
            "tmux-256color", "screen-256color",
            "alacritty", "xterm-256color",
            "foot", "xterm-256color",
            "xterm-kitty", "xterm-256color",
            "xterm-ghostty", "xterm-256color",
            "vte-256color", "xterm-256color",
            "konsole-256color", "xterm-256color");

    private Terminals() {}

    /**
     * Opens it and listens for its signals once and for all. JLine itself would go back to the system's handling whenever it
     * changes a handler, for a moment, and a Ctrl-C in that moment would end the program.
     */
    static Terminal open(Map<String, String> environment) {
        describe(environment.getOrDefault("TERM", "dumb"));
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("quorate")
                    .system(true)
                    .jni(true)
                    .ffm(false)
                    .exec(false)
                    .dumb(true)
                    .graphemeCluster(false)
                    .nativeSignals(false)
                    .build();
            for (Signal signal : List.of(Signal.INT, Signal.QUIT, Signal.WINCH, Signal.CONT)) {
                Signals.register(signal.name(), () -> terminal.raise(signal));
            }
            return terminal;
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "the terminal cannot be opened")
                            .failure(),
                    e);
        }
    }

    /** Takes JLine's own description of a terminal, which else is the last resort after a process is forked for it. */
    private static void describe(String type) {
        String known = ALIKE.getOrDefault(type, type);
        String description = InfoCmp.getDefaultInfoCmp(known);
        if (description != null) {
            InfoCmp.setLoadedInfoCmp(type, description);
        }
    }
}
