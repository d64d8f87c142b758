package dev.quorate.hosts;

import dev.quorate.time.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts entries that come from several hosts in the order of time, as far as a short wait allows. */
final class Merging {

    private static final Duration WAIT = Duration.ofMillis(250);

    private final Consumer<List<LogEntry>> sink;
    private final List<LogEntry> waiting = new ArrayList<>();
    private volatile @Nullable RuntimeException refusal;

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

    /**
     * Hands entries on while {@code source} runs, on a thread of its own, and what is left at its end. Ends {@code source}
     * when nobody takes them any more, as after {@code | head}.
     */
    <T> T during(Source<T> source) throws InterruptedException {
        Thread bringing = Thread.currentThread();
        Thread handing = Thread.ofVirtual().start(() -> handOn(bringing));
        try {
            return source.run();
        } catch (InterruptedException e) {
            requireTaken();
            throw e;
        } finally {
            handing.interrupt();
            handing.join();
            if (refusal == null) {
                flush();
            }
        }
    }

    private void requireTaken() {
        RuntimeException refused = refusal;
        if (refused != null) {
            throw refused;
        }
    }

    private void handOn(Thread bringing) {
        try {
            while (true) {
                Pause.real().of(WAIT);
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            refusal = e;
            bringing.interrupt();
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
