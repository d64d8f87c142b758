package dev.quorate.plan;

import dev.quorate.thread.Daemons;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Does the same work for several items at once, on threads of their own, no more than {@code width} at a time. When the caller
 * is interrupted, so is all the work.
 */
public final class FanOut {

    private static final int SECONDS_TO_WIND_UP = 5;

    private final Semaphore places;

    /** What is done for one item. */
    @FunctionalInterface
    public interface Work<T, R> {
        R on(T item) throws InterruptedException;
    }

    public FanOut(int width) {
        this.places = new Semaphore(width);
    }

    /** The results in the order of the items. A fault of the program in one comes out after all have ended. */
    public <T, R> List<R> all(List<T> items, Work<T, R> work) throws InterruptedException {
        try (ExecutorService threads = Daemons.perTask("step")) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(threads.submit(() -> inPlace(item, work)));
            }
            return await(futures, threads);
        }
    }

    private <T, R> R inPlace(T item, Work<T, R> work) throws InterruptedException {
        places.acquire();
        try {
            return work.on(item);
        } finally {
            places.release();
        }
    }

    private static <R> List<R> await(List<Future<R>> futures, ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            threads.awaitTermination(SECONDS_TO_WIND_UP, TimeUnit.SECONDS);
            throw e;
        } catch (ExecutionException e) {
            throw faultOf(e);
        }
    }

    private static RuntimeException faultOf(ExecutionException thrown) throws InterruptedException {
        return switch (thrown.getCause()) {
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException fault -> fault;
            case Error fault -> throw fault;
            case null, default -> new IllegalStateException(thrown);
        };
    }
}
