package dev.quorate.etcd;

/** @param memberId unsigned */
public record Alarm(long memberId, Type type) {

    public enum Type {
        NONE,
        NOSPACE,
        CORRUPT
    }
}
