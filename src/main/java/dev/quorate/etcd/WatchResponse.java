package dev.quorate.etcd;

import java.util.List;

/**
 * @param created whether this is the answer that begins the watch
 * @param canceled whether etcd ended the watch
 * @param compactRevision the oldest revision etcd still has, when the watch asked for an older one, else 0
 * @param cancelReason why etcd ended the watch, or empty
 */
public record WatchResponse(
        ResponseHeader header,
        List<WatchEvent> events,
        boolean created,
        boolean canceled,
        long compactRevision,
        String cancelReason) {
    public WatchResponse {
        events = List.copyOf(events);
    }
}
