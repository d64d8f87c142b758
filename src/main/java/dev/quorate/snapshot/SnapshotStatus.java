package dev.quorate.snapshot;

/**
 * What etcdutl tells of a snapshot.
 *
 * @param hash unsigned, CRC-32C of all it holds
 * @param revision of the newest key
 * @param totalKeys entries of all buckets, every revision of a key and etcd's own among them, as etcd up to 3.5 counts
 * @param totalSize bytes of the database
 */
record SnapshotStatus(int hash, long revision, long totalKeys, long totalSize) {}
