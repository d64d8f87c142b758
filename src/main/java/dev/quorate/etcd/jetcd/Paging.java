package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Bytes;
import dev.quorate.etcd.KeyRange;
import dev.quorate.etcd.KeyValue;
import dev.quorate.etcd.RangePages;
import dev.quorate.etcd.RangeRequest;
import io.etcd.jetcd.api.RangeResponse;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a range into pages of about {@link #PAGE_BYTES}, all at the revision of the first, one fetched ahead while one is
 * read.
 *
 * <p>Not more pages than needed: etcd up to 3.5 counts the whole rest of the range for each of them. Not larger ones: they
 * are held in memory, here and there.
 */
final class Paging {

    static final int PAGE_BYTES = 3 << 20;
    static final int FIRST_LIMIT = 64;
    private static final int GROWTH = 16;
    private static final int MAX_LIMIT = 50_000;

    /** From this size on a connection of its own pays. */
    private static final int LARGE_BYTES = 4 << 20;

    private final Function<RangeRequest, RangeResponse> fetch;
    private final Supplier<Function<RangeRequest, RangeResponse>> bulk;
    private final RangeRequest request;

    /** @param bulk makes what fetches pages of a range that turns out to be large */
    Paging(
            Function<RangeRequest, RangeResponse> fetch,
            Supplier<Function<RangeRequest, RangeResponse>> bulk,
            RangeRequest request) {
        this.fetch = fetch;
        this.bulk = bulk;
        this.request = request;
    }

    RangePages open() {
        if (!divisible()) {
            RangeResponse all = fetch.apply(request);
            return pages(all, all.getMore(), converted(all));
        }
        RangeResponse first = fetch.apply(request.withLimit(capped(FIRST_LIMIT, request.limit())));
        boolean cut = request.limit() > 0 && first.getCount() > request.limit();
        return pages(first, cut, new Walk(first));
    }

    /** etcd sorts and filters only what it answers at once. */
    private boolean divisible() {
        return !request.range().isSingle()
                && !request.countOnly()
                && request.sortTarget() == RangeRequest.SortTarget.KEY
                && request.sortOrder() != RangeRequest.SortOrder.DESCEND
                && request.bounds().equals(RangeRequest.ModificationBounds.NONE);
    }

    private static RangePages pages(RangeResponse first, boolean more, Iterator<KeyValue> keyValues) {
        return new RangePages(Responses.header(first.getHeader()), first.getCount(), more, () -> keyValues);
    }

    private static Iterator<KeyValue> converted(RangeResponse page) {
        return page.getKvsList().stream().map(Responses::keyValue).iterator();
    }

    private static long capped(long limit, long most) {
        return most > 0 ? Math.min(limit, most) : limit;
    }

    /** How many keys to ask for next, going by the size of the last page's. */
    static long nextLimit(long lastLimit, int lastBytes, int lastCount) {
        long fitting = (long) PAGE_BYTES * lastCount / Math.max(1, lastBytes);
        return Math.clamp(fitting, 1, Math.min(lastLimit * GROWTH, MAX_LIMIT));
    }

    private final class Walk implements Iterator<KeyValue> {

        private final long revision;
        private long remaining;
        private long lastLimit = FIRST_LIMIT;
        private Iterator<KeyValue> page = Collections.emptyIterator();
        private Function<RangeRequest, RangeResponse> fetchMore = fetch;
        private @Nullable FutureTask<RangeResponse> ahead;

        Walk(RangeResponse first) {
            revision = first.getHeader().getRevision();
            remaining = request.limit() > 0 ? Math.min(request.limit(), first.getCount()) : first.getCount();
            if (first.getKvsCount() > 0 && remaining * first.getSerializedSize() / first.getKvsCount() > LARGE_BYTES) {
                fetchMore = bulk.get();
            }
            turnTo(first);
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && ahead != null) {
                turnTo(await(ahead));
            }
            return page.hasNext();
        }

        @Override
        public KeyValue next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }

        private void turnTo(RangeResponse reached) {
            page = converted(reached);
            remaining -= reached.getKvsCount();
            ahead = remaining > 0 && reached.getKvsCount() > 0 ? fetchAfter(reached) : null;
        }

        private FutureTask<RangeResponse> fetchAfter(RangeResponse reached) {
            int count = reached.getKvsCount();
            lastLimit = nextLimit(lastLimit, reached.getSerializedSize(), count);
            Bytes last = Responses.bytes(reached.getKvs(count - 1).getKey());
            KeyRange rest =
                    KeyRange.between(KeyRange.after(last), request.range().end());
            RangeRequest next = request.withRange(rest)
                    .withRevision(request.revision() > 0 ? request.revision() : revision)
                    .withLimit(Math.min(lastLimit, remaining));
            FutureTask<RangeResponse> task = new FutureTask<>(() -> fetchMore.apply(next));
            Thread.ofVirtual().name("next page").start(task);
            return task;
        }

        private static RangeResponse await(FutureTask<RangeResponse> task) {
            try {
                return task.get();
            } catch (InterruptedException e) {
                task.cancel(true);
                throw Calls.interrupted(e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
