package dev.quorate.hosts;

import dev.quorate.time.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Puts entries that come from several hosts in the order of time, as far as a short wait allows. */
final class Merging {

    private static final Duration WAIT = Duration.ofMillis(250);

    private final Consumer<List<LogEntry>> sink;
    private final List<LogEntry> waiting = new ArrayList<>();

    Merging(Consumer<List<LogEntry>> sink) {
        this.sink = sink;
    }

    /** What brings entries. */
    @FunctionalInterface
    interface Source<T> {
        T run() throws InterruptedException;
    }

    synchronized void add(List<LogEntry> entries) {
        waiting.addAll(entries);
    }

    /** Hands entries on while {@code source} runs, on a thread of its own, and what is left at its end. */
    <T> T during(Source<T> source) throws InterruptedException {
        Thread handing = Thread.ofVirtual().start(this::handOn);
        try {
            return source.run();
        } finally {
            handing.interrupt();
            handing.join();
            flush();
        }
    }

    private void handOn() {
        try {
            while (true) {
                Pause.real().of(WAIT);
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void flush() {
        if (!waiting.isEmpty()) {
            List<LogEntry> sorted = waiting.stream()
                    .sorted(Comparator.comparing(LogEntry::time))
                    .toList();
            waiting.clear();
            sink.accept(sorted);
        }
    }
}
