package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A call with many answers, read one by one; etcd sends no faster than they are read. */
final class AnswerStream<Q, A> implements AutoCloseable {

    private final Endpoint endpoint;
    private final ClientCall<Q, A> call;
    private final LinkedBlockingQueue<Arrival<A>> arrivals = new LinkedBlockingQueue<>();

    private AnswerStream(Endpoint endpoint, ClientCall<Q, A> call) {
        this.endpoint = endpoint;
        this.call = call;
    }

    /** @param ahead how many answers may be on their way while one is read */
    static <Q, A> AnswerStream<Q, A> open(
            Calls.StreamStart start, MethodDescriptor<Q, A> method, CallOptions options, int ahead) {
        ReadyChannel to = start.channel();
        AnswerStream<Q, A> stream =
                new AnswerStream<>(to.endpoint(), to.channel().newCall(method, options));
        stream.begin(start.headers(), ahead);
        return stream;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    void send(Q request) {
        synchronized (call) {
            call.sendMessage(request);
        }
    }

    /** No more requests follow. */
    void finish() {
        synchronized (call) {
            call.halfClose();
        }
    }

    /** The next answer, however long it takes; empty if there are no more. */
    Optional<A> next() throws CallFailedException, InterruptedException {
        return unpack(arrivals.take());
    }

    /** The next answer, or empty if there are no more or it takes longer than {@code patience}. */
    Optional<A> next(Duration patience) throws CallFailedException, InterruptedException {
        Arrival<A> arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return arrival == null ? Optional.empty() : unpack(arrival);
    }

    /** Also after the client was closed, which took the connection away and the call with it. */
    @Override
    public void close() {
        try {
            call.cancel("the stream was closed", null);
        } catch (RejectedExecutionException _) {
            return;
        }
    }

    private void begin(Metadata headers, int ahead) {
        synchronized (call) {
            call.start(new Listener(), headers);
            call.request(ahead);
        }
    }

    private Optional<A> unpack(Arrival<A> arrival) throws CallFailedException {
        return switch (arrival) {
            case Answer<A> answer -> {
                synchronized (call) {
                    call.request(1);
                }
                yield Optional.of(answer.message());
            }
            case End<A> end -> {
                if (end.status().isOk()) {
                    yield Optional.empty();
                }
                throw new CallFailedException(endpoint, end.status(), true);
            }
        };
    }

    private sealed interface Arrival<A> {}

    private record Answer<A>(A message) implements Arrival<A> {}

    private record End<A>(Status status) implements Arrival<A> {}

    private final class Listener extends ClientCall.Listener<A> {

        @Override
        public void onMessage(A message) {
            arrivals.add(new Answer<>(message));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            arrivals.add(new End<>(status));
        }
    }
}
