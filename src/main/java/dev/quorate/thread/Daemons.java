package dev.quorate.thread;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep the program alive. */
public final class Daemons {

    private Daemons() {}

    /** Begins {@code task} on a thread of its own. */
    public static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }

    /** A thread that does {@code task} again and again, {@code pause} after its last end; until it is shut down. */
    public static ExecutorService every(Duration pause, String name, Runnable task) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        ScheduledFuture<?> _ =
                thread.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return thread;
    }

    /** A thread for each task that is handed over. */
    public static ExecutorService perTask(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name(name + " ", 1).daemon().factory());
    }
}
