package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.jetcd.proto.WatchAnswer;
import io.etcd.jetcd.api.Event;
import java.util.List;

/**
 * How far a watch has come, so that it goes on elsewhere without losing or repeating an event.
 *
 * <p>An answer may come in fragments that split a revision. Then the watch is taken up at that revision again and the
 * events already told are left out.
 */
final class WatchPosition {

    private long next;
    private int toldOfNext;
    private int leftOut;

    /** @param startRevision first revision wanted, 0 for what comes from now on */
    WatchPosition(long startRevision) {
        next = startRevision;
    }

    /** The revision to begin or go on at, 0 for now. */
    long next() {
        return next;
    }

    /** The stream begins anew at {@link #next()}. */
    void restart() {
        leftOut = toldOfNext;
    }

    /** The events of {@code response} that have not been told yet; they count as told now. */
    List<Event> advance(WatchAnswer response) {
        if (response.getEventsCount() == 0) {
            passQuietly(response);
            return List.of();
        }
        List<Event> fresh =
                response.getEventsList().stream().filter(this::isFresh).toList();
        long last = revision(response.getEvents(response.getEventsCount() - 1));
        if (response.getFragment()) {
            int told = (int)
                    fresh.stream().filter(event -> revision(event) == last).count();
            toldOfNext = last == next ? toldOfNext + told : told;
            next = last;
        } else {
            toldOfNext = 0;
            next = last + 1;
        }
        return fresh;
    }

    /**
     * Without events, an answer may say how far etcd has come. The one to a request for progress is not believed: etcd
     * before 3.4.25 and 3.5.8 says it too early (etcd-io/etcd#15220). It carries the watch id −1.
     */
    private void passQuietly(WatchAnswer response) {
        boolean begins = response.getCreated() && next == 0;
        boolean progress = !response.getCreated() && !response.getCanceled() && response.getWatchId() >= 0;
        if (begins || (progress && toldOfNext == 0)) {
            next = Math.max(next, response.getHeader().getRevision() + 1);
        }
    }

    private boolean isFresh(Event event) {
        long revision = revision(event);
        if (revision == next && leftOut > 0) {
            leftOut--;
            return false;
        }
        return revision >= next;
    }

    private static long revision(Event event) {
        return event.getKv().getModRevision();
    }
}
