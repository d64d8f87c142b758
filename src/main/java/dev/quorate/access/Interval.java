package dev.quorate.access;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a range as etcd compares permissions: a single key is the range up to the key that follows it.
 *
 * @param begin the first key
 * @param end the first key behind, empty where there is none
 */
record Interval(Bytes begin, Optional<Bytes> end) {

    private static final Bytes OPEN = Bytes.wrap(new byte[] {0});

    static Interval of(KeyRange range) {
        if (range.isSingle()) {
            return new Interval(range.key(), Optional.of(KeyRange.after(range.key())));
        }
        return new Interval(range.key(), range.end().equals(OPEN) ? Optional.empty() : Optional.of(range.end()));
    }

    boolean covers(Interval other) {
        return begin.compareTo(other.begin) <= 0 && reaches(other.end);
    }

    boolean overlaps(Interval other) {
        return begins(other.end) && other.begins(end);
    }

    /** Whether all keys of this one are in one of {@code parts} or another. */
    boolean coveredBy(Collection<Interval> parts) {
        List<Interval> inOrder =
                parts.stream().sorted(Comparator.comparing(Interval::begin)).toList();
        Bytes next = begin;
        for (Interval part : inOrder) {
            if (part.begin.compareTo(next) > 0) {
                return false;
            }
            if (part.reaches(end)) {
                return true;
            }
            Bytes behind = part.end.orElseThrow();
            next = behind.compareTo(next) > 0 ? behind : next;
        }
        return false;
    }

    /** Whether it goes on up to {@code limit}. */
    private boolean reaches(Optional<Bytes> limit) {
        return end.isEmpty() || limit.isPresent() && end.get().compareTo(limit.get()) >= 0;
    }

    /** Whether it begins before {@code limit}. */
    private boolean begins(Optional<Bytes> limit) {
        return limit.isEmpty() || begin.compareTo(limit.get()) < 0;
    }
}
