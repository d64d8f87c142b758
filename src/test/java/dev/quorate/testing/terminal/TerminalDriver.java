package dev.quorate.testing.terminal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/**
 * Drives a program on a real pseudo-terminal as an operator does: type, look, press Ctrl-C, resize.
 *
 * <pre>{@code
 * try (TerminalDriver terminal = TerminalDriver.program("scripts/quorate").size(80, 24).start()) {
 *     terminal.await("›");
 *     terminal.enter("put greeting hello!!");
 *     terminal.await("OK");
 *     terminal.press(Key.CTRL_D);
 *     assertThat(terminal.awaitExit()).isZero();
 * }
 * }</pre>
 *
 * <p>Every wait ends with the patience given to the builder and then fails with a picture of the screen. The program has
 * the terminal as its controlling terminal, so Ctrl-C is a real SIGINT where the program leaves it to the kernel, and a
 * resize a real SIGWINCH. Needs {@code setsid} of util-linux. Not for more than one thread.
 */
public final class TerminalDriver implements AutoCloseable {

    private static final Duration POLITE_END = Duration.ofSeconds(2);

    private final PseudoTerminal terminal;
    private final Process process;
    private final Duration patience;
    private final Object news = new Object();
    private final ScreenTerminal screen;
    private final StringBuilder transcript = new StringBuilder();
    private long lastNews = System.nanoTime();
    private boolean ended;

    private TerminalDriver(Builder builder, PseudoTerminal terminal, Process process) {
        this.terminal = terminal;
        this.process = process;
        this.patience = builder.patience;
        this.screen = new ScreenTerminal(builder.columns, builder.rows);
    }

    /** What is to be started, and on what terminal. */
    public static final class Builder {
        private final List<String> command;
        private final Map<String, @Nullable String> environment = new HashMap<>();
        private int columns = 80;
        private int rows = 24;
        private Duration patience = Duration.ofSeconds(20);
        private @Nullable Path directory;

        private Builder(List<String> command) {
            this.command = List.copyOf(command);
            environment.put("TERM", "xterm-256color");
            environment.put("LC_ALL", "C.UTF-8");
            environment.put("NO_COLOR", null);
        }

        public Builder size(int newColumns, int newRows) {
            columns = newColumns;
            rows = newRows;
            return this;
        }

        /** Sets a variable on top of those of this process; {@code null} takes it away. */
        public Builder environment(String name, @Nullable String value) {
            environment.put(name, value);
            return this;
        }

        public Builder directory(Path newDirectory) {
            directory = newDirectory;
            return this;
        }

        /** How long a wait lasts before it fails; 20 seconds unless told. */
        public Builder patience(Duration newPatience) {
            patience = newPatience;
            return this;
        }

        public TerminalDriver start() throws IOException {
            PseudoTerminal terminal = PseudoTerminal.open(columns, rows);
            Process process = startOn(terminal);
            terminal.leaveToProgram();
            TerminalDriver driver = new TerminalDriver(this, terminal, process);
            Thread.ofPlatform().daemon().name("terminal screen").start(driver::watch);
            return driver;
        }

        private Process startOn(PseudoTerminal terminal) throws IOException {
            List<String> words = new ArrayList<>(List.of("setsid", "--ctty", "--wait"));
            words.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(terminal.device().toFile())
                    .redirectOutput(terminal.device().toFile())
                    .redirectError(terminal.device().toFile());
            if (directory != null) {
                builder.directory(directory.toFile());
            }
            environment.forEach((name, value) -> {
                if (value == null) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            return builder.start();
        }
    }

    public static Builder program(String... command) {
        return new Builder(List.of(command));
    }

    public static Builder program(List<String> command) {
        return new Builder(command);
    }

    private void watch() {
        char[] buffer = new char[4096];
        try (Reader shown = new InputStreamReader(terminal.shown(), StandardCharsets.UTF_8)) {
            int length = shown.read(buffer);
            while (length >= 0) {
                show(new String(buffer, 0, length));
                length = shown.read(buffer);
            }
            end();
        } catch (IOException lastProgramHasGone) {
            end();
        }
    }

    private void show(String output) throws IOException {
        String answer;
        synchronized (news) {
            transcript.append(output);
            screen.write(output);
            answer = screen.read();
            lastNews = System.nanoTime();
            news.notifyAll();
        }
        if (!answer.isEmpty()) {
            send(answer);
        }
    }

    private void end() {
        synchronized (news) {
            ended = true;
            news.notifyAll();
        }
    }

    private void send(String input) throws IOException {
        terminal.typed().write(input.getBytes(StandardCharsets.UTF_8));
        terminal.typed().flush();
    }

    /** Types {@code text} and nothing more. */
    public TerminalDriver type(String text) {
        try {
            send(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot type, the program has gone\n" + screen(), e);
        }
        return this;
    }

    /** Types {@code line} and Enter. */
    public TerminalDriver enter(String line) {
        return type(line + Key.ENTER.sequence());
    }

    public TerminalDriver press(Key... keys) {
        for (Key key : keys) {
            type(key.sequence());
        }
        return this;
    }

    /** Pastes {@code text} as terminals do for programs that asked for bracketed paste. */
    public TerminalDriver paste(String text) {
        return type("\033[200~" + text.replace("\n", "\r") + "\033[201~");
    }

    /** Changes the size of the terminal; the program gets SIGWINCH. */
    public TerminalDriver resize(int columns, int rows) throws IOException {
        synchronized (news) {
            screen.setSize(org.jline.terminal.Size.of(columns, rows));
        }
        terminal.resize(columns, rows);
        return this;
    }

    /** What the terminal shows now. */
    public Screen screen() {
        synchronized (news) {
            return Screen.of(screen);
        }
    }

    /** Everything the program has written so far, control sequences included. */
    public String transcript() {
        synchronized (news) {
            return transcript.toString();
        }
    }

    /** Waits until {@code text} is to be seen. */
    public Screen await(String text) throws InterruptedException {
        return await("\"" + text + "\" on the screen", screenNow -> screenNow.contains(text));
    }

    /** Waits until the line with the cursor reads {@code text}, trailing blanks apart. */
    public Screen awaitCursorLine(String text) throws InterruptedException {
        String wanted = text.stripTrailing();
        return await(
                "\"" + wanted + "\" in the line of the cursor",
                screenNow -> screenNow.cursorLine().equals(wanted));
    }

    /**
     * Waits until the screen is as {@code condition} wants it.
     *
     * @param expectation what is waited for, for the message
     * @throws AssertionError when patience is over, or the program has ended without it
     */
    public Screen await(String expectation, Predicate<Screen> condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (news) {
            while (true) {
                Screen now = Screen.of(screen);
                if (condition.test(now)) {
                    return now;
                }
                if (ended) {
                    throw new AssertionError("the program ended without " + expectation + "\n" + now);
                }
                if (!waitForNews(deadline)) {
                    throw new AssertionError("no " + expectation + " within " + patience.toMillis() + " ms\n" + now);
                }
            }
        }
    }

    /** Waits until nothing new has been written for {@code silence}. For "nothing more happens", not to await something. */
    public Screen awaitSilence(Duration silence) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (news) {
            long quietAt = lastNews + silence.toNanos();
            while (System.nanoTime() - quietAt < 0 && !ended) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("the program does not stop writing\n" + Screen.of(screen));
                }
                waitForNews(quietAt);
                quietAt = lastNews + silence.toNanos();
            }
            return Screen.of(screen);
        }
    }

    /** Waits for output or {@code deadline}; whether there is time left. */
    private boolean waitForNews(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.timedWait(news, Math.max(left, 1_000_000));
        return true;
    }

    /** Waits until the program ends; its exit status. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + patience.toSeconds() + " s\n" + screen());
        }
        return process.exitValue();
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Ends the program, if it still runs, and gives the terminal back. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> started = new ArrayList<>(process.descendants().toList());
        started.add(process.toHandle());
        started.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(POLITE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                started.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            started.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
