package dev.quorate.etcd;

/**
 * @param startRevision first revision wanted, 0 for what comes from now on
 * @param previous whether events carry what the key was before
 * @param progressNotify whether etcd sends empty answers while nothing changes
 */
public record WatchRequest(KeyRange range, long startRevision, boolean previous, boolean progressNotify) {

    public WatchRequest withStartRevision(long revision) {
        return new WatchRequest(range, revision, previous, progressNotify);
    }
}
