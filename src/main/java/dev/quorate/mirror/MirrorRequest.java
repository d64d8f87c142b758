package dev.quorate.mirror;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;

/**
 * What to mirror, and to where.
 *
 * @param prefix of the keys
 * @param destinationPrefix they have at the destination in its place
 * @param revision to go on from; up to 1 all keys are copied first
 * @param transactionSize most operations in one transaction
 */
record MirrorRequest(Bytes prefix, Bytes destinationPrefix, long revision, int transactionSize) {

    KeyRange range() {
        return KeyRange.prefix(prefix);
    }

    /** Whether what is there is copied first. */
    boolean copies() {
        return revision <= 1;
    }

    /** Whether what is written at the destination would be among what is mirrored, if both were one cluster. */
    boolean meetsItself() {
        return destinationPrefix.startsWith(prefix);
    }

    /** What {@code key} is called at the destination. */
    Bytes renamed(Bytes key) {
        if (prefix.equals(destinationPrefix)) {
            return key;
        }
        int kept = key.length() - prefix.length();
        byte[] renamed = new byte[destinationPrefix.length() + kept];
        System.arraycopy(destinationPrefix.unsafeArray(), 0, renamed, 0, destinationPrefix.length());
        System.arraycopy(key.unsafeArray(), prefix.length(), renamed, destinationPrefix.length(), kept);
        return Bytes.wrap(renamed);
    }
}
