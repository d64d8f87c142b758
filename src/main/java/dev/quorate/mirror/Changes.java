package dev.quorate.mirror;

import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.session.InFlight;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The changes of the source, one answer of its watch after another; etcd waits while none is taken. */
final class Changes implements AutoCloseable {

    private static final int AHEAD = 16;

    private final LinkedBlockingQueue<WatchResponse> answers = new LinkedBlockingQueue<>(AHEAD);
    private final Watches.Watch watch;
    private final InFlight end = new InFlight(1);

    Changes(Watches watches, WatchRequest request) throws InterruptedException {
        watch = watches.open(request, this::arrived);
        end.begin(watch::await);
    }

    private void arrived(WatchResponse answer) {
        try {
            answers.put(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The next changes; none if none come within {@code patience}.
     *
     * @throws OperatorException if the watch came to an end
     */
    List<WatchEvent> next(Duration patience) throws InterruptedException {
        WatchResponse answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            if (end.hasFailed()) {
                end.awaitAll();
            }
            return List.of();
        }
        if (answer.compactRevision() != 0) {
            throw OperatorException.of(
                    ExitCode.ERROR,
                    "etcdserver: mvcc: required revision has been compacted (compacted up to "
                            + answer.compactRevision() + ")",
                    "what happened before is lost: mirror anew, without --rev; what was deleted meanwhile stays at the"
                            + " destination");
        }
        if (answer.canceled()) {
            throw OperatorException.of(ExitCode.ERROR, "etcd ended the watch: " + answer.cancelReason());
        }
        return answer.events();
    }

    @Override
    public void close() {
        watch.close();
        end.close();
    }
}
