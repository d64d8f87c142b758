package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import dev.quorate.etcd.jetcd.proto.WatchCommand;
import dev.quorate.etcd.jetcd.proto.WatchCreateRequest;
import dev.quorate.etcd.jetcd.proto.WatchGrpc;
import dev.quorate.etcd.jetcd.proto.WatchProgressRequest;
import io.grpc.CallOptions;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;

/** One watch on one stream of one endpoint. */
final class WatchStream implements AutoCloseable {

    private static final int AHEAD = 2;

    /**
     * More is taken in fragments only. Not all are, since etcd takes time in the square of a fragment's events to cut it:
     * twenty times as long for 200,000 small ones. Nor is any size, since a thousand revisions may be one answer; as many
     * of 128 small puts each, the most a transaction takes by default, still fit.
     */
    private static final int MAX_ANSWER = 96 << 20;

    private static final CallOptions OPTIONS = CallOptions.DEFAULT.withMaxInboundMessageSize(MAX_ANSWER);

    private static final WatchCommand PROGRESS = WatchCommand.newBuilder()
            .setProgressRequest(WatchProgressRequest.getDefaultInstance())
            .build();

    private final AnswerStream<WatchCommand, WatchAnswer> stream;

    private WatchStream(AnswerStream<WatchCommand, WatchAnswer> stream) {
        this.stream = stream;
    }

    /** Begins the watch; a member that knows no leader ends it instead of staying silent. */
    static WatchStream open(Calls.StreamStart start, WatchCreateRequest create) {
        start.headers().put(Calls.HAS_LEADER, "true");
        WatchStream watch = new WatchStream(AnswerStream.open(start, WatchGrpc.getWatchMethod(), OPTIONS, AHEAD));
        watch.stream.send(WatchCommand.newBuilder().setCreateRequest(create).build());
        return watch;
    }

    /** Whether {@code failure} is that of an answer beyond the size a watch takes unless in fragments. */
    static boolean answerWasTooLarge(CallFailedException failure) {
        return failure.status().getCode() == Status.Code.RESOURCE_EXHAUSTED
                && failure.says("gRPC message exceeds maximum size");
    }

    Endpoint endpoint() {
        return stream.endpoint();
    }

    /** The next answer, however long it takes. etcd that just ends the stream is going down. */
    WatchAnswer next() throws CallFailedException, InterruptedException {
        Optional<WatchAnswer> answer = stream.next();
        if (answer.isEmpty()) {
            throw new CallFailedException(endpoint(), Status.UNAVAILABLE.withDescription("the stream ended"), true);
        }
        return answer.get();
    }

    /** The next answer, or empty if it takes longer than {@code patience}. */
    Optional<WatchAnswer> next(Duration patience) throws CallFailedException, InterruptedException {
        return stream.next(patience);
    }

    void requestProgress() {
        stream.send(PROGRESS);
    }

    @Override
    public void close() {
        stream.close();
    }
}
