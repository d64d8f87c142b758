package dev.quorate.etcd;

/**
 * Writes one key.
 *
 * @param lease id of the lease to hang the key on, 0 for none
 * @param ignoreValue keep the value the key has
 * @param ignoreLease keep the lease the key has
 */
public record PutRequest(
        Bytes key, Bytes value, long lease, boolean previous, boolean ignoreValue, boolean ignoreLease) {

    public static PutRequest of(Bytes key, Bytes value) {
        return new PutRequest(key, value, 0, false, false, false);
    }

    public PutRequest withLease(long newLease) {
        return new PutRequest(key, value, newLease, previous, ignoreValue, ignoreLease);
    }
}
