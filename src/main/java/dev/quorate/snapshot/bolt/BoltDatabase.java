package dev.quorate.snapshot.bolt;

import java.io.IOException;
import java.nio.file.Path;

/** A database file, open for reading. */
public final class BoltDatabase implements AutoCloseable {

    private final BoltFile file;

    private BoltDatabase(BoltFile file) {
        this.file = file;
    }

    /** Told what a database holds, in the order of the buckets' names and of the keys within each. */
    public interface Visitor {

        /** What follows is in bucket {@code name}. */
        void bucket(Slice name);

        /** @throws DamagedException if no such entry can be */
        void entry(Slice key, Slice value) throws DamagedException;
    }

    /**
     * Opens {@code file} and reads the metas, not more.
     *
     * @throws DamagedException if they are not whole, or the file ends before its last page
     */
    public static BoltDatabase open(Path file) throws IOException, DamagedException {
        return new BoltDatabase(BoltFile.open(file));
    }

    /** Bytes up to the last page in use; what may follow is no part of it. */
    public long size() {
        return file.meta().size();
    }

    public int pageSize() {
        return file.meta().pageSize();
    }

    public long pages() {
        return file.meta().pages();
    }

    /**
     * Walks the whole database and checks what bbolt's {@code Tx.Check} checks: each page is of its kind, in its place and
     * used once, entries lie within their page, keys ascend, and no page is both used and free.
     */
    public void walk(Visitor visitor) throws IOException, DamagedException {
        new Walk(file, visitor).run();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
