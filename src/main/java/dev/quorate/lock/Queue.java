package dev.quorate.lock;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.RangeRequest.ModificationBounds;
import dev.quorate.etcd.RangeRequest.SortOrder;
import dev.quorate.etcd.RangeRequest.SortTarget;
import dev.quorate.etcd.RangeResponse;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import java.util.List;

/** Those who want the same thing, in the order they came: the keys under {@code NAME/} by their create revision. */
record Queue(String name) {

    /** The key of who has {@code lease}. */
    Bytes key(long lease) {
        return Bytes.of(name + "/" + Long.toHexString(lease));
    }

    KeyRange keys() {
        return KeyRange.prefix(Bytes.of(name + "/"));
    }

    /** Who came first. */
    RangeRequest first() {
        return one(SortOrder.ASCEND, ModificationBounds.NONE);
    }

    /** Who came last before {@code revision}. */
    private RangeRequest lastBefore(long revision) {
        return one(SortOrder.DESCEND, new ModificationBounds(0, 0, 0, revision - 1));
    }

    private RangeRequest one(SortOrder order, ModificationBounds bounds) {
        return new RangeRequest(keys(), 1, 0, SortTarget.CREATE, order, false, false, false, bounds);
    }

    /** Waits until nobody is left who came before {@code revision}, or {@code session} is lost. */
    void awaitEmptyBefore(long revision, EtcdClient client, LeaseSession session) throws InterruptedException {
        while (true) {
            RangeResponse before = client.keys().range(lastBefore(revision));
            List<KeyValue> last = before.keyValues();
            if (last.isEmpty()) {
                return;
            }
            var request = new WatchRequest(
                    KeyRange.single(last.getFirst().key()), before.header().revision(), false, false);
            new WatchUntil(client.watches(), request, Queue::isDeletion).await(session);
            session.requireAlive();
        }
    }

    private static boolean isDeletion(WatchEvent event) {
        return event.type() == WatchEvent.Type.DELETE;
    }
}
