package dev.quorate.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that do not keep the program alive. */
public final class Daemons {

    private Daemons() {}

    /** Begins {@code task} on a thread of its own. */
    public static Thread start(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }

    /** A thread for each task that is handed over. */
    public static ExecutorService perTask(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name(name + " ", 1).daemon().factory());
    }
}
