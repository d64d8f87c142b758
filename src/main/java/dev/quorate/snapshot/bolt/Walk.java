package dev.quorate.snapshot.bolt;

import dev.quorate.snapshot.bolt.BoltDatabase.Visitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk through all of a database. */
final class Walk {

    private static final int BUCKET_HEADER = 16;

    private final BoltFile file;
    private final Visitor visitor;
    private final BitSet used = new BitSet();

    Walk(BoltFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /** What is done with each entry of one bucket. */
    @FunctionalInterface
    private interface Each {
        void take(Page.Entry entry) throws IOException, DamagedException;
    }

    void run() throws IOException, DamagedException {
        try {
            List<Page.Entry> buckets = new ArrayList<>();
            new Bucket(buckets::add).pages(file.meta().root());
            for (Page.Entry bucket : buckets) {
                require(bucket.bucket(), "has an entry " + bucket.key() + " outside of any bucket");
                visitor.bucket(bucket.key());
                bucket(bucket.value());
            }
            free();
        } catch (IndexOutOfBoundsException e) {
            throw new DamagedException("has " + e.getMessage());
        }
    }

    private void bucket(Slice header) throws IOException, DamagedException {
        require(header.length() >= BUCKET_HEADER, "has a bucket without a root");
        long root = Long.reverseBytes(header.number());
        Bucket bucket = new Bucket(this::entry);
        if (root != 0) {
            bucket.pages(root);
            return;
        }
        require(header.length() >= BUCKET_HEADER + Page.HEADER, "has a bucket without a page");
        bucket.page(new Page(header.page(), header.offset() + BUCKET_HEADER));
    }

    /** bbolt shows a bucket within a bucket as an entry without value; etcd has none. */
    private void entry(Page.Entry entry) throws IOException, DamagedException {
        if (entry.bucket()) {
            visitor.entry(entry.key(), new Slice(entry.value().page(), 0, 0));
            bucket(entry.value());
            return;
        }
        visitor.entry(entry.key(), entry.value());
    }

    private void free() throws IOException, DamagedException {
        if (file.meta().freelist() == Meta.NO_FREELIST) {
            return;
        }
        Page list = use(file.meta().freelist());
        require(list.kind() == Page.FREELIST, "has no list of free pages where it should be");
        for (long page : list.freePages()) {
            boolean known = page >= 2 && page < file.meta().pages();
            require(known && !used.get((int) page), "has page " + page + " both free and in use");
            used.set((int) page);
        }
        int lost = used.nextClearBit(2);
        require(lost >= file.meta().pages(), "has page " + lost + " neither free nor in use");
    }

    private Page use(long id) throws IOException, DamagedException {
        Page page = file.page(id);
        for (int part = (int) id; part <= id + page.overflow(); part++) {
            require(!used.get(part), "uses page " + part + " twice");
            used.set(part);
        }
        return page;
    }

    private static void require(boolean good, String otherwise) throws DamagedException {
        if (!good) {
            throw new DamagedException(otherwise);
        }
    }

    /** The tree of one bucket, whose keys ascend from the first leaf to the last. */
    private final class Bucket {
        private final Each each;
        private @Nullable Slice last;

        Bucket(Each each) {
            this.each = each;
        }

        void pages(long root) throws IOException, DamagedException {
            page(use(root));
        }

        void page(Page page) throws IOException, DamagedException {
            require(page.holdsItsElements(), "has a page " + page.id() + " with more entries than fit");
            switch (page.kind()) {
                case Page.LEAF -> leaf(page);
                case Page.BRANCH -> branch(page);
                default -> throw new DamagedException("has a page " + page.id() + " of unknown kind " + page.kind());
            }
        }

        private void leaf(Page page) throws IOException, DamagedException {
            for (int i = 0; i < page.count(); i++) {
                Page.Entry entry = page.entry(i);
                require(last == null || last.compareTo(entry.key()) < 0, "has keys out of order on page " + page.id());
                last = entry.key();
                each.take(entry);
            }
        }

        private void branch(Page page) throws IOException, DamagedException {
            for (int i = 0; i < page.count(); i++) {
                Slice first = page.childKey(i);
                require(last == null || last.compareTo(first) < 0, "has keys out of order on page " + page.id());
                pages(page.child(i));
            }
        }
    }
}
