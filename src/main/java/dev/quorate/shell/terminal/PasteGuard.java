package dev.quorate.shell.terminal;

import dev.quorate.failure.OperatorException;
import dev.quorate.session.Protection.State;
import dev.quorate.shell.SourceLine;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Asks before several pasted lines run in a protected context: a paste into the wrong window must be no command. */
final class PasteGuard {

    private final Terminal terminal;
    private final TerminalQuestions questions;
    private final Supplier<State> protection;

    PasteGuard(Terminal terminal, TerminalQuestions questions, Supplier<State> protection) {
        this.terminal = terminal;
        this.questions = questions;
        this.protection = protection;
    }

    /** Whether {@code lines}, which {@code typed} holds, may run. What changes something is asked about again. */
    boolean allows(String typed, List<SourceLine> lines) {
        boolean pasted = lines.size() > 1 && typed.indexOf('\n') >= 0;
        return switch (protection.get()) {
            case State.Open open -> true;
            case State.Locked locked -> !pasted || agreed(lines.size(), locked.context());
            case State.Unlocked unlocked -> !pasted || agreed(lines.size(), unlocked.context());
        };
    }

    private boolean agreed(int count, String context) {
        TerminalText.line(terminal, count + " lines were pasted, and " + context + " is protected");
        if (answer()) {
            return true;
        }
        TerminalText.line(terminal, "none of them was run");
        return false;
    }

    private boolean answer() {
        try {
            return questions
                    .readLine("Run them? (yes/no) ")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .matches("y|yes");
        } catch (OperatorException e) {
            // Ctrl-C and Ctrl-D are a no.
            return false;
        }
    }
}
