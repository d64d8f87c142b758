package dev.quorate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Lets what is running end in good order when the process is told to: its locks released, its output flushed. */
final class Interruption {

    private static final int PATIENCE_SECONDS = 3;

    private Interruption() {}

    /** Runs {@code program} and answers its status; a signal to end interrupts it and waits a little. */
    static int guarding(IntSupplier program) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread running = Thread.currentThread();
        Thread hook = new Thread(() -> endInGoodOrder(running, ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return program.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void endInGoodOrder(Thread running, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        running.interrupt();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
