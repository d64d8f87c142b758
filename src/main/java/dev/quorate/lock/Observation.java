package dev.quorate.lock;

import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.ResponseHeader;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows an election: who leads, what the leader proclaims, who follows it. */
final class Observation {

    private final Queue queue;
    private final EtcdClient client;
    private final Consumer<RangeResponse> listener;

    /** @param listener is told the leader's key, as etcd's client tells it, whenever it changes */
    Observation(Queue queue, EtcdClient client, Consumer<RangeResponse> listener) {
        this.queue = queue;
        this.client = client;
        this.listener = listener;
    }

    /** Goes on until the operator ends it, which is what is meant to end it. */
    void run() {
        try {
            while (true) {
                follow();
            }
        } catch (InterruptedException e) {
            return; // the end
        }
    }

    /** From one leader's beginning to its end. */
    private void follow() throws InterruptedException {
        RangeResponse seen = client.keys().range(queue.first());
        RangeResponse leader = seen.keyValues().isEmpty() ? awaitLeader(seen.header()) : withoutCount(seen);
        if (leader == null) {
            return;
        }
        listener.accept(leader);
        KeyValue key = leader.keyValues().getFirst();
        var request =
                new WatchRequest(KeyRange.single(key.key()), leader.header().revision() + 1, false, false);
        new WatchUntil(client.watches(), request, Observation::isDeletion)
                .await((WatchResponse response) -> tell(response, seen));
    }

    /** The first to put a key, or none if etcd ended the watch. */
    private @Nullable RangeResponse awaitLeader(ResponseHeader since) throws InterruptedException {
        AtomicReference<@Nullable RangeResponse> leader = new AtomicReference<>();
        var request = new WatchRequest(queue.keys(), since.revision(), false, false);
        new WatchUntil(client.watches(), request, event -> !isDeletion(event)).await((WatchResponse response) -> {
            response.events().stream()
                    .filter(event -> !isDeletion(event))
                    .findFirst()
                    .ifPresent(event -> leader.compareAndSet(null, elected(response.header(), event.keyValue())));
        });
        return leader.get();
    }

    private static RangeResponse elected(ResponseHeader header, KeyValue leader) {
        var then = new ResponseHeader(header.clusterId(), header.memberId(), leader.modRevision(), header.raftTerm());
        return new RangeResponse(then, List.of(leader), false, 0);
    }

    private static RangeResponse withoutCount(RangeResponse seen) {
        return new RangeResponse(seen.header(), seen.keyValues(), false, 0);
    }

    /** What the leader proclaims; etcd's client tells it with the count of the first look. */
    private void tell(WatchResponse response, RangeResponse seen) {
        for (WatchEvent event : response.events()) {
            if (isDeletion(event)) {
                return;
            }
            listener.accept(new RangeResponse(response.header(), List.of(event.keyValue()), seen.more(), seen.count()));
        }
    }

    private static boolean isDeletion(WatchEvent event) {
        return event.type() == WatchEvent.Type.DELETE;
    }
}
