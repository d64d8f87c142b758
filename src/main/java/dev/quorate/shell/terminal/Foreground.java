package dev.quorate.shell.terminal;

import dev.quorate.failure.ExitCode;
import dev.quorate.shell.Outcome;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runs one line on a thread of its own. The first Ctrl-C interrupts that thread, which ends the call it waits for; should
 * the line not end all the same, the second leaves it behind.
 */
final class Foreground {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Terminal terminal;
    private final String text;
    private final LineStreams streams;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final long begin = System.nanoTime();
    private int interruptions;

    /** @param outcome of the line, or {@code null} for Ctrl-C */
    private record Event(@Nullable Outcome outcome) {
        static final Event INTERRUPT = new Event(null);
    }

    Foreground(Terminal terminal, String text, LineStreams streams) {
        this.terminal = terminal;
        this.text = text;
        this.streams = streams;
    }

    /** Runs {@code line} and waits until it ends or is left behind. */
    Outcome run(Supplier<Outcome> line) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> events.add(Event.INTERRUPT));
        try {
            Thread thread = Thread.ofPlatform().daemon().name("line").start(() -> execute(line));
            return await(thread);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leftBehind();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    private void execute(Supplier<Outcome> line) {
        Outcome outcome = new Outcome(ExitCode.ERROR.status(), false);
        try {
            outcome = line.get();
        } finally {
            events.add(new Event(outcome));
        }
    }

    private Outcome await(Thread thread) throws InterruptedException {
        while (true) {
            Event event = interruptions == 1 ? events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : events.take();
            if (event == null) {
                sayHowToLeave();
                event = events.take();
            }
            if (event.outcome != null) {
                return event.outcome;
            }
            if (interruptions++ > 0) {
                return leftBehind();
            }
            thread.interrupt();
        }
    }

    private void sayHowToLeave() {
        TerminalText.line(terminal, "still waiting for \"" + shown() + "\"; Ctrl-C again leaves it behind");
    }

    private Outcome leftBehind() {
        streams.cutOff();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        TerminalText.line(
                terminal,
                "left behind \"" + shown() + "\" after " + seconds + " s; what it began may still take effect");
        return new Outcome(ExitCode.INTERRUPTED.status(), false);
    }

    private String shown() {
        String first = text.lines().findFirst().orElse("");
        return first.length() <= 40 ? first : first.substring(0, 40) + "...";
    }
}
