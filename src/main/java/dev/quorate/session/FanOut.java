package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.failure.OperatorException;
import dev.quorate.thread.Daemons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks several endpoints at the same time and waits for all of them, but no longer than told. */
public final class FanOut {

    /** A connection is taken by the kernel, however busy the process behind it is. */
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(1);

    private FanOut() {}

    /** What is asked of one endpoint; {@code client} is the one of the session, not bound to the endpoint. */
    @FunctionalInterface
    public interface Call<T> {
        T on(EtcdClient client, Endpoint endpoint);
    }

    /**
     * Asks all {@code endpoints}.
     *
     * @param deadline for all of them; who has not answered by then is told as failed
     * @return one reply for each endpoint, in their order
     */
    public static <T> List<Reply<T>> ask(List<Endpoint> endpoints, Duration deadline, Function<Endpoint, T> call)
            throws InterruptedException {
        ExecutorService threads = Daemons.perTask("endpoint");
        try {
            List<Callable<Reply<T>>> questions = endpoints.stream()
                    .<Callable<Reply<T>>>map(endpoint -> () -> ask(endpoint, call))
                    .toList();
            List<Future<Reply<T>>> answers = threads.invokeAll(questions, deadline.toNanos(), TimeUnit.NANOSECONDS);
            return inOrder(endpoints, deadline, answers);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Asks all {@code endpoints} and waits for the first that answers.
     *
     * @return the replies there were until then: at most one answer, which is the last
     */
    public static <T> List<Reply<T>> untilFirst(List<Endpoint> endpoints, Duration deadline, Function<Endpoint, T> call)
            throws InterruptedException {
        ExecutorService threads = Daemons.perTask("endpoint");
        try {
            CompletionService<Reply<T>> answers = new ExecutorCompletionService<>(threads);
            endpoints.forEach(endpoint -> answers.submit(() -> ask(endpoint, call)));
            return untilFirst(endpoints, deadline, answers);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The endpoints that were late though something listens there: with more time they may answer. */
    public static List<Endpoint> hopeful(EtcdClient client, List<? extends Reply<?>> replies)
            throws InterruptedException {
        List<Endpoint> late = replies.stream()
                .filter(reply -> reply instanceof Reply.Late)
                .map(Reply::endpoint)
                .toList();
        return ask(late, LONGEST_PROBE, client::listens).stream()
                .filter(reply -> reply.value().orElse(false))
                .map(Reply::endpoint)
                .toList();
    }

    /** What came of asking some endpoints again, {@code waited} after they were asked first; what they said last comes last. */
    public static <T> List<Reply<T>> updated(List<Reply<T>> first, Duration waited, List<Reply<T>> again) {
        Set<Endpoint> asked = again.stream().map(Reply::endpoint).collect(Collectors.toSet());
        return Stream.concat(
                        first.stream().filter(reply -> !asked.contains(reply.endpoint())),
                        again.stream().map(reply -> reply.after(waited)))
                .toList();
    }

    private static <T> List<Reply<T>> untilFirst(
            List<Endpoint> endpoints, Duration deadline, CompletionService<Reply<T>> answers)
            throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        List<Reply<T>> replies = new ArrayList<>();
        while (replies.size() < endpoints.size()) {
            Future<Reply<T>> answer = answers.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (answer == null) {
                break;
            }
            replies.add(result(answer));
            if (replies.getLast().value().isPresent()) {
                return replies;
            }
        }
        Set<Endpoint> silent = new LinkedHashSet<>(endpoints);
        replies.forEach(reply -> silent.remove(reply.endpoint()));
        silent.forEach(endpoint -> replies.add(new Reply.Late<>(endpoint, deadline)));
        return replies;
    }

    private static <T> Reply<T> ask(Endpoint endpoint, Function<Endpoint, T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.apply(endpoint);
            return new Reply.Answered<>(endpoint, since(start), answer);
        } catch (OperatorException e) {
            return new Reply.Failed<>(endpoint, since(start), e.failure());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static <T> List<Reply<T>> inOrder(
            List<Endpoint> endpoints, Duration deadline, List<Future<Reply<T>>> answers) throws InterruptedException {
        List<Reply<T>> replies = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            Future<Reply<T>> answer = answers.get(i);
            replies.add(answer.isCancelled() ? new Reply.Late<>(endpoints.get(i), deadline) : result(answer));
        }
        return replies;
    }

    private static <T> Reply<T> result(Future<Reply<T>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
