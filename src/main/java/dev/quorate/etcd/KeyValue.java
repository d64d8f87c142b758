package dev.quorate.etcd;

/**
 * A key with one of its values.
 *
 * @param lease id of the lease the key hangs on, 0 for none
 */
public record KeyValue(Bytes key, Bytes value, long createRevision, long modRevision, long version, long lease) {}
