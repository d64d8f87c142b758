package dev.quorate.etcd;

import java.util.List;

/** @param deleted how many keys went */
public record DeleteResponse(ResponseHeader header, long deleted, List<KeyValue> previous) {
    public DeleteResponse {
        previous = List.copyOf(previous);
    }
}
