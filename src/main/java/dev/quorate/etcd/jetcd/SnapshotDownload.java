package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Maintenance;
import io.etcd.jetcd.api.MaintenanceGrpc;
import io.etcd.jetcd.api.SnapshotRequest;
import io.etcd.jetcd.api.SnapshotResponse;
import io.grpc.CallOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Brings one member's database over. */
final class SnapshotDownload {

    private static final Rpc<SnapshotRequest, SnapshotResponse> SNAPSHOT =
            Rpc.read(MaintenanceGrpc.getSnapshotMethod());

    /** Parts of 32 KiB each: enough that neither side waits for the other. */
    private static final int AHEAD = 64;

    private final Calls calls;

    SnapshotDownload(Calls calls) {
        this.calls = calls;
    }

    /** How many bytes went to {@code sink}. */
    long run(Maintenance.SnapshotSink sink) throws IOException {
        try {
            return download(sink);
        } catch (CallFailedException e) {
            throw calls.failures().explain(SNAPSHOT, e);
        } catch (InterruptedException e) {
            throw Calls.interrupted(e);
        }
    }

    private long download(Maintenance.SnapshotSink sink) throws CallFailedException, InterruptedException, IOException {
        try (AnswerStream<SnapshotRequest, SnapshotResponse> stream =
                AnswerStream.open(calls.startStream(Set.of()), SNAPSHOT.method(), CallOptions.DEFAULT, AHEAD)) {
            stream.send(SnapshotRequest.getDefaultInstance());
            stream.finish();
            long total = 0;
            Optional<SnapshotResponse> part = stream.next();
            while (part.isPresent()) {
                total += part.get().getBlob().size();
                sink.accept(
                        part.get().getBlob().asReadOnlyByteBuffer(), part.get().getRemainingBytes());
                part = stream.next();
            }
            return total;
        }
    }
}
