package dev.quorate.etcd;

/**
 * Reads one key or a range.
 *
 * @param limit most keys wanted, 0 for all
 * @param revision of the store to read at, 0 for now
 * @param serializable read from the member at hand, perhaps stale, no quorum needed
 */
public record RangeRequest(
        KeyRange range,
        long limit,
        long revision,
        SortTarget sortTarget,
        SortOrder sortOrder,
        boolean serializable,
        boolean keysOnly,
        boolean countOnly,
        ModificationBounds bounds) {

    public enum SortTarget {
        KEY,
        VERSION,
        CREATE,
        MODIFY,
        VALUE
    }

    public enum SortOrder {
        NONE,
        ASCEND,
        DESCEND
    }

    /** Only keys modified and created within these revisions; 0 is no bound. */
    public record ModificationBounds(
            long minModRevision, long maxModRevision, long minCreateRevision, long maxCreateRevision) {
        public static final ModificationBounds NONE = new ModificationBounds(0, 0, 0, 0);
    }

    /** Everything in {@code range} now, in key order. */
    public static RangeRequest of(KeyRange range) {
        return new RangeRequest(
                range, 0, 0, SortTarget.KEY, SortOrder.NONE, false, false, false, ModificationBounds.NONE);
    }

    public RangeRequest withRange(KeyRange newRange) {
        return new RangeRequest(
                newRange, limit, revision, sortTarget, sortOrder, serializable, keysOnly, countOnly, bounds);
    }

    public RangeRequest withLimit(long newLimit) {
        return new RangeRequest(
                range, newLimit, revision, sortTarget, sortOrder, serializable, keysOnly, countOnly, bounds);
    }

    public RangeRequest withRevision(long newRevision) {
        return new RangeRequest(
                range, limit, newRevision, sortTarget, sortOrder, serializable, keysOnly, countOnly, bounds);
    }

    public RangeRequest withSortOrder(SortOrder newOrder) {
        return new RangeRequest(
                range, limit, revision, sortTarget, newOrder, serializable, keysOnly, countOnly, bounds);
    }

    public RangeRequest withSerializable(boolean now) {
        return new RangeRequest(range, limit, revision, sortTarget, sortOrder, now, keysOnly, countOnly, bounds);
    }

    public RangeRequest withKeysOnly(boolean now) {
        return new RangeRequest(range, limit, revision, sortTarget, sortOrder, serializable, now, countOnly, bounds);
    }

    public RangeRequest withCountOnly(boolean now) {
        return new RangeRequest(range, limit, revision, sortTarget, sortOrder, serializable, keysOnly, now, bounds);
    }
}
