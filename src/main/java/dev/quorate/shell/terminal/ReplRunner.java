package dev.quorate.shell.terminal;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.Protection;
import dev.quorate.shell.InteractiveConsole;
import dev.quorate.shell.Lexer;
import dev.quorate.shell.LineExecutor;
import dev.quorate.shell.Outcome;
import dev.quorate.shell.SourceLine;
import dev.quorate.shell.Streams;
import dev.quorate.shell.history.History;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The interactive console: reads lines at the terminal and runs them, until the operator leaves. */
public final class ReplRunner implements InteractiveConsole {

    private final LineExecutor executor;
    private final LineAssistance assistance;
    private final History history;
    private final Surroundings surroundings;

    public ReplRunner(LineExecutor executor, LineAssistance assistance, History history, Surroundings surroundings) {
        this.executor = executor;
        this.assistance = assistance;
        this.history = history;
        this.surroundings = surroundings;
    }

    @Override
    public int run() {
        Map<String, String> environment = surroundings.environment();
        try (Terminal terminal = Terminals.open(environment)) {
            return new Console(terminal, Look.of(terminal, environment)).run();
        } catch (IOException e) {
            throw new OperatorException(
                    OperatorException.of(ExitCode.IO, "the terminal failed: " + e.getMessage())
                            .failure(),
                    e);
        }
    }

    /** The console while it has a terminal. */
    private final class Console {
        private final Terminal terminal;
        private final Look look;
        private final ReaderHistory lines = new ReaderHistory(history);
        private final ConsoleReader reader;
        private final TerminalQuestions questions;
        private final PromptPainter painter;
        private final WhileOpen repaint = new WhileOpen(this::repaint);
        private final HealthWatch watch;
        private final Countdown countdown;
        private final PasteGuard pastes;

        Console(Terminal terminal, Look look) throws IOException {
            this.terminal = terminal;
            this.look = look;
            this.reader = new ConsoleReader(terminal, assistance, lines, look);
            this.questions = new TerminalQuestions(terminal);
            this.painter = new PromptPainter(look);
            this.watch = new HealthWatch(surroundings.sessions(), surroundings.health(), repaint);
            this.countdown = new Countdown(this::protection, repaint);
            this.pastes = new PasteGuard(terminal, questions, this::protection);
        }

        int run() {
            surroundings.questions().become(questions);
            watch.start();
            countdown.start();
            try (repaint;
                    watch;
                    countdown) {
                while (true) {
                    Optional<String> typed = read();
                    if (typed.isEmpty()) {
                        return ExitCode.OK.status();
                    }
                    Outcome outcome = runTyped(typed.get());
                    if (outcome.leave()) {
                        return outcome.status();
                    }
                    watch.refresh();
                }
            }
        }

        private AttributedString prompt() {
            return painter.paint(
                    surroundings.sessions().standing(), watch.health(), protection(), terminal.getColumns());
        }

        private Protection.State protection() {
            return surroundings.protection().of(surroundings.sessions().standing());
        }

        private void repaint() {
            reader.replacePrompt(prompt());
        }

        /** What was typed, nothing where the operator leaves with Ctrl-D. Ctrl-C makes it an empty line. */
        private Optional<String> read() {
            lines.follow();
            try {
                return Optional.of(reader.read(prompt()));
            } catch (UserInterruptException e) {
                Thread.interrupted();
                return Optional.of("");
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }

        private Outcome runTyped(String typed) {
            List<SourceLine> lines = Lexer.lex(typed).lines();
            return pastes.allows(typed, lines) ? runAll(lines) : new Outcome(ExitCode.OK.status(), false);
        }

        /** Runs lines that were typed or pasted as one, as far as they succeed. */
        private Outcome runAll(List<SourceLine> typed) {
            Outcome outcome = new Outcome(ExitCode.OK.status(), false);
            for (int index = 0; index < typed.size(); index++) {
                SourceLine line = typed.get(index);
                if (typed.size() > 1) {
                    TerminalText.line(terminal, look.choose("› ", "> ") + line.text());
                }
                outcome = runOne(line);
                int left = typed.size() - index - 1;
                if (outcome.leave() || !outcome.succeeded() && left > 0) {
                    sayWhatWasNotRun(left);
                    return outcome;
                }
            }
            return outcome;
        }

        private void sayWhatWasNotRun(int left) {
            if (left > 0) {
                TerminalText.line(terminal, left == 1 ? "1 more line was not run" : left + " more lines were not run");
            }
        }

        private Outcome runOne(SourceLine line) {
            LineStreams lineStreams = new LineStreams(terminal);
            Streams streams = lineStreams.streams(questions, surroundings.questions(), look);
            return new Foreground(terminal, line.text(), lineStreams).run(() -> executor.execute(line, streams));
        }
    }
}
