package dev.quorate.etcd.jetcd;

import com.google.protobuf.ByteString;
import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import dev.quorate.etcd.jetcd.proto.WatchCreateRequest;
import dev.quorate.failure.OperatorException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The oldest revision that can still be read. No call asks for it; but a watch from revision 1 is refused with it.
 */
final class CompactedRevision {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Calls calls;

    CompactedRevision(Calls calls) {
        this.calls = calls;
    }

    Optional<Long> find() throws InterruptedException {
        WatchCreateRequest fromTheBeginning = WatchCreateRequest.newBuilder()
                .setKey(ByteString.copyFrom(new byte[1]))
                .setStartRevision(1)
                .build();
        try (WatchStream stream = WatchStream.open(calls.startStream(Set.of()), fromTheBeginning)) {
            Optional<WatchAnswer> answer = stream.next(PATIENCE);
            while (answer.isPresent() && !answer.get().getCanceled()) {
                answer = stream.next(PATIENCE);
            }
            return answer.map(WatchAnswer::getCompactRevision).filter(revision -> revision > 0);
        } catch (CallFailedException | OperatorException e) {
            return Optional.empty();
        }
    }
}
