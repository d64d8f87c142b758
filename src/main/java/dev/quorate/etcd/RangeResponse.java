package dev.quorate.etcd;

import java.util.List;

/** @param more whether the limit cut the range; @param count of all keys in the range, whatever the limit */
public record RangeResponse(ResponseHeader header, List<KeyValue> keyValues, boolean more, long count) {
    public RangeResponse {
        keyValues = List.copyOf(keyValues);
    }
}
