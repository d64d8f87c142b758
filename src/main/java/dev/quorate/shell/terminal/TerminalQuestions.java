package dev.quorate.shell.terminal;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.shell.Questions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal. Answers enter no history; Ctrl-C is the answer "never mind" and ends the command. */
final class TerminalQuestions implements Questions {

    /** Echoes nothing at all. */
    private static final char NO_ECHO = 0;

    private final Terminal terminal;
    private @Nullable LineReader reader;

    TerminalQuestions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean person() {
        return true;
    }

    @Override
    public String readLine(String prompt) {
        return nextLine(prompt)
                .orElseThrow(() -> OperatorException.of(ExitCode.INVALID_INPUT, "no answer: the input ended"));
    }

    /** The line typed, nothing for Ctrl-D. */
    Optional<String> nextLine(String prompt) {
        return answer(() -> reader().readLine(literally(prompt)));
    }

    @Override
    public char[] readSecret(String prompt) {
        return answer(() -> reader().readLine(literally(prompt), NO_ECHO))
                .orElseThrow(() -> OperatorException.of(ExitCode.INVALID_INPUT, "no answer: the input ended"))
                .toCharArray();
    }

    private static Optional<String> answer(Supplier<String> question) {
        try {
            return Optional.of(question.get());
        } catch (UserInterruptException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.INTERRUPTED, "interrupted").failure(), e);
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    /** JLine fills in what follows a percent sign in a prompt. */
    private static String literally(String prompt) {
        return prompt.replace("%", "%%");
    }

    private synchronized LineReader reader() {
        if (reader == null) {
            reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.INSERT_TAB, true)
                    .option(LineReader.Option.BRACKETED_PASTE, false)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .variable(LineReader.DISABLE_COMPLETION, true)
                    .variable(LineReader.BELL_STYLE, "none")
                    .build();
        }
        return reader;
    }
}
