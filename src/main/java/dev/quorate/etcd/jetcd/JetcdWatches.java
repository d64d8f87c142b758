package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import java.util.function.Consumer;

/** Watches, each on a stream of its own. */
final class JetcdWatches implements Watches {

    private final Calls calls;

    JetcdWatches(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Watch open(WatchRequest request, Consumer<WatchResponse> listener) {
        boolean history = request.startRevision() > 0;
        return RunningWatch.begin(history ? calls.bulk() : calls, request, listener);
    }
}
