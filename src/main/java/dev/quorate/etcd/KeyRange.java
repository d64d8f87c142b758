package dev.quorate.etcd;

import java.util.Arrays;

/**
 * One key, or the keys from {@code key} (included) to {@code end} (excluded), as etcd's RPCs spell it: an empty end means
 * the one key, an end of a single zero byte means all keys from {@code key} on.
 */
public record KeyRange(Bytes key, Bytes end) {

    private static final Bytes ZERO = Bytes.wrap(new byte[] {0});

    public static KeyRange single(Bytes key) {
        return new KeyRange(key, Bytes.EMPTY);
    }

    public static KeyRange between(Bytes key, Bytes end) {
        return new KeyRange(key, end);
    }

    /** All keys that begin with {@code prefix}; an empty prefix means all keys. */
    public static KeyRange prefix(Bytes prefix) {
        if (prefix.isEmpty()) {
            return new KeyRange(ZERO, ZERO);
        }
        return new KeyRange(prefix, endOfPrefix(prefix));
    }

    /** All keys from {@code key} on; an empty key means all keys. */
    public static KeyRange from(Bytes key) {
        return new KeyRange(key.isEmpty() ? ZERO : key, ZERO);
    }

    public static KeyRange all() {
        return new KeyRange(ZERO, ZERO);
    }

    public boolean isSingle() {
        return end.isEmpty();
    }

    /** Whether no key is outside of it. */
    public boolean isEverything() {
        return end.equals(ZERO) && key.compareTo(ZERO) <= 0;
    }

    /** The first key after {@code key}: the key and a zero byte. */
    public static Bytes after(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.unsafeArray(), key.length() + 1));
    }

    /** The first key that does not begin with {@code prefix}; all 0xff has none, so: all keys from it on. */
    public static Bytes endOfPrefix(Bytes prefix) {
        byte[] end = prefix.toArray();
        for (int i = end.length - 1; i >= 0; i--) {
            if (end[i] != (byte) 0xff) {
                end[i]++;
                return Bytes.wrap(Arrays.copyOf(end, i + 1));
            }
        }
        return ZERO;
    }
}
