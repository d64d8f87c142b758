package dev.quorate;

import dev.quorate.failure.ExitCode;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/** Lets what is running end in good order when the process is told to: its locks released, its output flushed. */
final class Interruption {

    private static final int PATIENCE_SECONDS = 3;

    private Interruption() {}

    /**
     * Runs {@code program} and answers its status; a signal to end interrupts it and waits a little. What is meant to end
     * by a signal, as a lock that is held, and ends well is a success; all else ends with the signal's status.
     */
    static int guarding(IntSupplier program) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread running = Thread.currentThread();
        Thread hook = new Thread(() -> endInGoodOrder(running, ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int status = program.getAsInt();
            ended.complete(status);
            return status;
        } finally {
            ended.cancel(false);
        }
    }

    private static void endInGoodOrder(Thread running, CompletableFuture<Integer> ended) {
        if (ended.isDone()) {
            return;
        }
        running.interrupt();
        try {
            if (ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS) == ExitCode.OK.status()) {
                Runtime.getRuntime().halt(ExitCode.OK.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            // The signal's status stands.
        }
    }
}
