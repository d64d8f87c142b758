package dev.quorate.pki;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes keys and certificates on all processors at once: pure arithmetic, of seconds for RSA, with nothing shared. */
final class Processors {

    private Processors() {}

    /**
     * What {@code making} makes of each of {@code all}, in their order.
     *
     * @throws OperatorException when interrupted, and what {@code making} throws
     */
    static <T, R> List<R> map(List<T> all, Function<T, R> making) {
        int threads = Math.min(all.size(), Runtime.getRuntime().availableProcessors());
        if (threads < 2) {
            return all.stream().map(making).toList();
        }
        ExecutorService processors = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("keys-", 1).factory());
        try {
            return results(processors.invokeAll(all.stream()
                    .<Callable<R>>map(each -> () -> making.apply(each))
                    .toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException(
                    OperatorException.of(ExitCode.INTERRUPTED, "interrupted while making keys; nothing was changed")
                            .failure(),
                    e);
        } finally {
            processors.shutdownNow();
        }
    }

    private static <R> List<R> results(List<Future<R>> made) throws InterruptedException {
        List<R> results = new ArrayList<>();
        for (Future<R> each : made) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("cannot make a key", e.getCause());
            }
        }
        return results;
    }
}
