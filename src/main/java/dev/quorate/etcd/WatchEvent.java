package dev.quorate.etcd;

import java.util.Optional;

/** @param keyValue what the key is now; of a deletion only key and mod revision are set */
public record WatchEvent(Type type, KeyValue keyValue, Optional<KeyValue> previous) {

    public enum Type {
        PUT,
        DELETE
    }
}
