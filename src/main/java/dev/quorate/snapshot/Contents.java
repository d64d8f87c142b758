package dev.quorate.snapshot;

import dev.quorate.snapshot.bolt.BoltDatabase;
import dev.quorate.snapshot.bolt.DamagedException;
import dev.quorate.snapshot.bolt.Slice;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Gathers what a snapshot tells about itself, the way {@code etcdutl snapshot status} does: the CRC-32C of all names, keys
 * and values in order, the revision of the newest key, and the number of entries in all buckets.
 */
final class Contents implements BoltDatabase.Visitor {

    private static final int REVISION_BYTES = 17;

    private final CRC32C hash = new CRC32C();
    private boolean amongKeys;
    private boolean aboutCluster;
    private long revision;
    private long entries;
    private String clusterVersion = "";

    @Override
    public void bucket(Slice name) {
        amongKeys = name.is("key");
        aboutCluster = name.is("cluster");
        name.addTo(hash);
    }

    @Override
    public void entry(Slice key, Slice value) throws DamagedException {
        key.addTo(hash);
        value.addTo(hash);
        entries++;
        if (amongKeys) {
            if (key.length() < REVISION_BYTES) {
                throw new DamagedException("has a key without a revision");
            }
            revision = key.number();
        } else if (aboutCluster && key.is("clusterVersion")) {
            clusterVersion = value.text();
        }
    }

    SnapshotStatus status(long size) {
        return new SnapshotStatus((int) hash.getValue(), revision, entries, size);
    }

    /** The version the cluster had, as {@code 3.5.0}; etcd has kept it there since 3.1. */
    Optional<String> clusterVersion() {
        return Optional.of(clusterVersion).filter(text -> !text.isEmpty());
    }
}
