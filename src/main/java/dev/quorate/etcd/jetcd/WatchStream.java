package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import dev.quorate.etcd.jetcd.proto.WatchCommand;
import dev.quorate.etcd.jetcd.proto.WatchCreateRequest;
import dev.quorate.etcd.jetcd.proto.WatchGrpc;
import dev.quorate.etcd.jetcd.proto.WatchProgressRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One watch on one stream of one endpoint, read answer by answer; etcd sends no faster than it is read. */
final class WatchStream implements AutoCloseable {

    /** Answers on their way while one is read; with fragments each is about 1.5 MiB at most. */
    private static final int AHEAD = 4;

    private static final WatchCommand PROGRESS = WatchCommand.newBuilder()
            .setProgressRequest(WatchProgressRequest.getDefaultInstance())
            .build();

    private final Endpoint endpoint;
    private final ClientCall<WatchCommand, WatchAnswer> call;
    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private WatchStream(Endpoint endpoint, ClientCall<WatchCommand, WatchAnswer> call) {
        this.endpoint = endpoint;
        this.call = call;
    }

    /** Begins the watch; a member that knows no leader ends it instead of staying silent. */
    static WatchStream open(Calls.StreamStart start, WatchCreateRequest create) {
        ReadyChannel to = start.channel();
        WatchStream stream =
                new WatchStream(to.endpoint(), to.channel().newCall(WatchGrpc.getWatchMethod(), CallOptions.DEFAULT));
        start.headers().put(Calls.HAS_LEADER, "true");
        stream.begin(start.headers(), create);
        return stream;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The next answer, however long it takes. */
    WatchAnswer next() throws CallFailedException, InterruptedException {
        return unpack(arrivals.take());
    }

    /** The next answer, or empty if it takes longer than {@code patience}. */
    Optional<WatchAnswer> next(Duration patience) throws CallFailedException, InterruptedException {
        Arrival arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return arrival == null ? Optional.empty() : Optional.of(unpack(arrival));
    }

    void requestProgress() {
        synchronized (call) {
            call.sendMessage(PROGRESS);
        }
    }

    @Override
    public void close() {
        call.cancel("the watch was closed", null);
    }

    private void begin(Metadata headers, WatchCreateRequest create) {
        synchronized (call) {
            call.start(new Listener(), headers);
            call.sendMessage(WatchCommand.newBuilder().setCreateRequest(create).build());
            call.request(AHEAD);
        }
    }

    private WatchAnswer unpack(Arrival arrival) throws CallFailedException {
        return switch (arrival) {
            case Answer answer -> {
                synchronized (call) {
                    call.request(1);
                }
                yield answer.response();
            }
            case End end -> throw new CallFailedException(endpoint, end.status(), true);
        };
    }

    private sealed interface Arrival {}

    private record Answer(WatchAnswer response) implements Arrival {}

    private record End(Status status) implements Arrival {}

    private final class Listener extends ClientCall.Listener<WatchAnswer> {

        @Override
        public void onMessage(WatchAnswer response) {
            arrivals.add(new Answer(response));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            arrivals.add(new End(status));
        }
    }
}
