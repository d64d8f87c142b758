package dev.quorate.shell.completion;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.EtcdClient;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.RangeRequest;
import dev.quorate.etcd.WatchEvent;
import dev.quorate.etcd.WatchRequest;
import dev.quorate.etcd.WatchResponse;
import dev.quorate.etcd.Watches;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The keys written last, read from the history that a watch starts with: the cheapest way to learn where a big store has its
 * many keys, because etcd reads it by revision and not by name.
 */
final class RecentKeys {

    private static final int REVISIONS = 100;
    private static final int ENOUGH = 2000;
    private static final int PATIENCE_MILLISECONDS = 180;

    private final Set<Bytes> seen = new ConcurrentSkipListSet<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    private RecentKeys() {}

    /** Keys in order; none where the history was compacted away. */
    static List<Bytes> of(EtcdClient client) throws InterruptedException {
        Bytes anyKey = Bytes.wrap(new byte[] {0});
        long now = client.keys()
                .range(RangeRequest.of(KeyRange.single(anyKey)).withSerializable(true))
                .header()
                .revision();
        RecentKeys keys = new RecentKeys();
        long first = Math.max(1, now - REVISIONS);
        WatchRequest history = new WatchRequest(KeyRange.all(), first, false, false);
        Watches.Watch watch = client.watches().open(history, answer -> keys.note(answer, now));
        try {
            keys.finished.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } finally {
            watch.close();
        }
        return List.copyOf(keys.seen);
    }

    private void note(WatchResponse answer, long now) {
        for (WatchEvent event : answer.events()) {
            if (event.type() == WatchEvent.Type.PUT && seen.size() < ENOUGH) {
                seen.add(event.keyValue().key());
            }
        }
        boolean caughtUp =
                answer.events().stream().anyMatch(event -> event.keyValue().modRevision() >= now);
        if (caughtUp || answer.canceled() || seen.size() >= ENOUGH) {
            finished.countDown();
        }
    }
}
