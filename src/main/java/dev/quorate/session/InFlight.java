package dev.quorate.session;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps several calls under way: the caller hands over one piece of work after another and waits while there is no room. The
 * first failure ends it, and is what the caller hears next. Closing interrupts what is still under way.
 */
public final class InFlight implements AutoCloseable {

    private static final int SECONDS_TO_WIND_UP = 2;

    private final int width;
    private final Semaphore room;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Something that is done while the caller goes on. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /** @param width how much may be under way at once */
    public InFlight(int width) {
        this.width = width;
        this.room = new Semaphore(width);
    }

    /** Begins {@code work} as soon as there is room; throws what work begun before threw. */
    public void begin(Work work) throws InterruptedException {
        room.acquire();
        rethrow();
        threads.execute(() -> run(work));
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    /** Waits until all that was begun is done, or throws what some of it threw. */
    public void awaitAll() throws InterruptedException {
        room.acquire(width);
        room.release(width);
        rethrow();
    }

    /** Whether some of it threw. */
    public boolean hasFailed() {
        return failure.get() != null;
    }

    private void rethrow() {
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_WIND_UP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
