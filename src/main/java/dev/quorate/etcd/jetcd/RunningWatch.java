package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import dev.quorate.etcd.jetcd.proto.WatchCreateRequest;
import dev.quorate.etcd.jetcd.proto.WatchGrpc;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import io.etcd.jetcd.api.Event;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A watch that outlives its streams: each one that breaks is followed by another, on another endpoint if need be. */
final class RunningWatch implements Watches.Watch {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    private static final Rpc<?, ?> RPC = Rpc.read(WatchGrpc.getWatchMethod());

    private final Calls calls;
    private final WatchRequest request;
    private final Consumer<WatchResponse> listener;
    private final WatchPosition position;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private volatile WatchStream stream;
    private boolean resumed;
    private boolean fragments;

    private RunningWatch(Calls calls, WatchRequest request, Consumer<WatchResponse> listener)
            throws CallFailedException, InterruptedException {
        this.calls = calls;
        this.request = request;
        this.listener = listener;
        this.position = new WatchPosition(request.startRevision());
        this.stream = open(Set.of());
    }

    /** Begins the watch and waits until etcd has taken it up. */
    static RunningWatch begin(Calls calls, WatchRequest request, Consumer<WatchResponse> listener) {
        try {
            RunningWatch watch = new RunningWatch(calls, request, listener);
            WatchAnswer first = watch.first();
            Thread.ofVirtual().name("watch").start(() -> watch.run(first));
            return watch;
        } catch (CallFailedException e) {
            throw calls.failures().explain(RPC, e);
        } catch (InterruptedException e) {
            throw Calls.interrupted(e);
        }
    }

    @Override
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void requestProgress() {
        stream.requestProgress();
    }

    @Override
    public void close() {
        closed.countDown();
        stream.close();
        end.complete(null);
    }

    /** The answer that begins the watch; a stale token and a passing lack of a leader are got over. */
    private WatchAnswer first() throws CallFailedException, InterruptedException {
        Retries retries = calls.retries(Rpc.Effect.READ);
        while (true) {
            try {
                return answerInTime();
            } catch (CallFailedException e) {
                stream.close();
                if (retries.after(e) == Retries.Next.GIVE_UP) {
                    throw e;
                }
                pause(FIRST_PAUSE_MILLIS);
                stream = open(Set.of(e));
            } catch (InterruptedException e) {
                stream.close();
                throw e;
            }
        }
    }

    private WatchAnswer answerInTime() throws CallFailedException, InterruptedException {
        Optional<WatchAnswer> answer = stream.next(calls.commandTimeout());
        if (answer.isEmpty()) {
            throw new CallFailedException(stream.endpoint(), Status.DEADLINE_EXCEEDED, true);
        }
        return answer.get();
    }

    private void run(WatchAnswer first) {
        try {
            boolean ended = tell(first);
            while (!ended && !isClosed()) {
                ended = step();
            }
            end.complete(null);
        } catch (InterruptedException e) {
            end.complete(null);
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        } finally {
            stream.close();
        }
    }

    private boolean step() throws InterruptedException {
        try {
            return tell(stream.next());
        } catch (CallFailedException e) {
            resume(e);
            return false;
        }
    }

    /** Tells one answer; whether it was the last. */
    private boolean tell(WatchAnswer answer) {
        List<Event> events = position.advance(answer);
        if (answer.getCanceled() || !ours(answer, events)) {
            listener.accept(Responses.watch(answer, events));
        }
        return answer.getCanceled();
    }

    /** Whether the answer is only for us: of a stream that followed a broken one, or progress nobody asked for. */
    private boolean ours(WatchAnswer answer, List<Event> events) {
        if (answer.getCreated()) {
            return resumed;
        }
        boolean repeated = events.isEmpty() && answer.getEventsCount() > 0;
        boolean progress = answer.getEventsCount() == 0 && answer.getWatchId() >= 0;
        return repeated || (progress && !request.progressNotify());
    }

    private void resume(CallFailedException broken) throws InterruptedException {
        CallFailedException last = broken;
        long pause = FIRST_PAUSE_MILLIS;
        resumed = true;
        while (!isClosed()) {
            endForGood(last);
            calls.channels().suspect(last.endpoint());
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            try {
                position.restart();
                stream = open(Set.of(last));
                return;
            } catch (CallFailedException e) {
                last = e;
            } catch (OperatorException e) {
                passUnreachable(e);
            }
        }
    }

    /**
     * Throws unless {@code failure} may pass: a broken connection, a lost leader, a token that expired, or an answer too
     * large, which is asked for again in fragments.
     */
    private void endForGood(CallFailedException failure) {
        boolean tooLarge = WatchStream.answerWasTooLarge(failure);
        fragments |= tooLarge;
        boolean passes = tooLarge
                || failure.status().getCode() == Status.Code.UNAVAILABLE
                || failure.unanswered()
                || calls.authentication().renewable(failure);
        if (!passes && !isClosed()) {
            throw calls.failures().explain(RPC, failure);
        }
    }

    private static void passUnreachable(OperatorException failure) {
        if (failure.failure().exitCode() != ExitCode.BAD_CONNECTION) {
            throw failure;
        }
    }

    private WatchStream open(Set<CallFailedException> failed) throws CallFailedException, InterruptedException {
        List<Endpoint> avoided =
                failed.stream().map(CallFailedException::endpoint).toList();
        WatchCreateRequest create = WatchCreateRequest.newBuilder()
                .setKey(Requests.bytes(request.range().key()))
                .setRangeEnd(Requests.bytes(request.range().end()))
                .setStartRevision(position.next())
                .setPrevKv(request.previous())
                .setProgressNotify(true)
                .setFragment(fragments)
                .build();
        return WatchStream.open(calls.startStream(avoided), create);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause(long millis) throws InterruptedException {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the watch was closed");
        }
    }
}
